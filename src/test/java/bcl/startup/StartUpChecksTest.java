package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.Engine;
import bcl.commands.EngineSettings;
import bcl.commands.NightRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartUpChecksTest {
    @TempDir
    Path folder;

    @Test
    void an_engine_does_not_open_on_a_database_in_memory() throws IOException {
        Files.writeString(folder.resolve("application.yml"), "spring.datasource.url: jdbc:h2:mem:bcl");
        EngineSettings settings = HomeSettings.load(new Home(folder));

        assertThatThrownBy(() -> SpringEngine.open(settings))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no plain file");
    }

    @Test
    void an_engine_does_not_open_on_a_store_that_became_unsafe_behind_its_URL() throws IOException {
        // Each new connection says what the URL says, and then this: others that are opened beside it would hide it for
        // a moment.
        Files.writeString(
                folder.resolve("application.yml"),
                "spring.datasource.hikari: {connection-init-sql: SET WRITE_DELAY 500, minimum-idle: 1}");
        EngineSettings settings = HomeSettings.load(new Home(folder));

        assertThatThrownBy(() -> SpringEngine.open(settings))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Its WRITE_DELAY is 500");
    }

    @Test
    void an_engine_does_not_open_without_the_migrations_that_the_checks_go_with() throws IOException {
        EngineSettings settings = HomeSettings.load(new Home(folder));
        SpringEngine.open(settings).close();
        Files.writeString(folder.resolve("application.yml"), "spring.flyway.enabled: false");

        assertThatThrownBy(() -> SpringEngine.open(HomeSettings.load(new Home(folder))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("spring.flyway.enabled");
    }

    @Test
    void a_clock_that_is_far_behind_keeps_a_night_from_starting() throws Exception {
        EngineSettings settings = HomeSettings.load(new Home(folder));
        SpringEngine.open(settings).close();
        try (var connection =
                        java.sql.DriverManager.getConnection(settings.database().url(), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into run (command, holder, started_at) values ('night', 'x', '2999-01-01 00:00:00Z')");
        }

        NightRequest night = new NightRequest(folder, Optional.of("test"), Optional.empty());
        Session session = new Session(System.out, System.err, folder, false, new StopRequest());

        assertThatThrownBy(() -> {
                    try (Engine engine = SpringEngine.open(settings)) {
                        engine.handle(night, session);
                    }
                })
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("2999-01-01 00:00:00 GMT")
                .hasMessageContaining("Set the clock right");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tables_of_a_newer_program_are_left_alone(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            Flyway flyway = flyway(database);
            assertThatCode(() -> SchemaCheck.migrate(flyway)).doesNotThrowAnyException();
            database.jdbc()
                    .sql("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                            + " installed_by, execution_time, success)"
                            + " values (1000, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)")
                    .update();

            assertThatThrownBy(() -> SchemaCheck.migrate(flyway))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("newer than this program")
                    .hasMessageContaining("999");
        }
    }

    /** H2 keeps what such a migration made before it failed; PostgreSQL takes all of it back, so that the program before may go on. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void tables_of_a_migration_that_broke_off_are_left_alone(Databases databases) throws IOException {
        Files.writeString(folder.resolve("V999__breaks_off.sql"), "create table half (n int); select no_such_column;");
        try (TestDatabase database = databases.fresh()) {
            Flyway program = flyway(database);
            Flyway next = flyway(database, "filesystem:" + folder);

            for (String time : List.of("first", "second")) {
                assertThatThrownBy(() -> SchemaCheck.migrate(next))
                        .as(time)
                        .isInstanceOf(UsageException.class)
                        .hasMessageStartingWith("The tables cannot be brought up to date: ");
            }

            long half = database.jdbc()
                    .sql("select count(*) from information_schema.tables where table_name = 'half'")
                    .query(Long.class)
                    .single();
            if (databases == Databases.H2) {
                assertThat(half).isOne();
                assertThatThrownBy(() -> SchemaCheck.migrate(program))
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("999");
            } else {
                assertThat(half).isZero();
                assertThatCode(() -> SchemaCheck.migrate(program)).doesNotThrowAnyException();
            }
        }
    }

    /** With the program's migrations, and those of other places. */
    private static Flyway flyway(TestDatabase database, String... more) {
        List<String> locations = new ArrayList<>(Databases.migrations(database.url()));
        locations.addAll(List.of(more));
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations(locations.toArray(String[]::new))
                .load();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tables_that_are_not_ours_are_left_alone(Databases databases) {
        try (TestDatabase database = databases.fresh()) {
            database.jdbc().sql("drop table flyway_schema_history").update();
            Flyway flyway = flyway(database);

            assertThatThrownBy(() -> SchemaCheck.migrate(flyway))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("The tables cannot be brought up to date: ");
        }
    }

    @Test
    void runs_that_are_kept_in_memory_are_refused() {
        assertThatThrownBy(() -> StartUpChecks.requireKeptJobs(StringBuilder.class))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("StringBuilder");
    }

    @Test
    void the_process_works_in_UTC() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));

            JvmZone.useUtc();

            assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
