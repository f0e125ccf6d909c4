package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.UsageException;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {
    private static EmbeddedPostgres safe;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        // The test server's own defaults are fast and unsafe.
        safe = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        safe.close();
    }

    @Test
    void the_homes_own_H2_is_safe() {
        try (TestDatabase h2 = Databases.H2.fresh()) {
            assertThatCode(() -> StoreCheck.check(h2.dataSource())).doesNotThrowAnyException();
        }
    }

    @Test
    void an_H2_that_is_told_to_delay_behind_the_URLs_back_is_refused() {
        DataSource h2 = h2(Databases.h2Url(folder) + ";INIT=SET WRITE_DELAY 500");

        assertThatThrownBy(() -> StoreCheck.check(h2))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Its WRITE_DELAY is 500");
    }

    @Test
    void an_H2_in_memory_is_refused() {
        assertThatThrownBy(() -> StoreCheck.check(h2("jdbc:h2:mem:store;WRITE_DELAY=0")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("It is in memory");
    }

    @Test
    void a_PostgreSQL_with_its_own_defaults_is_safe_and_an_engine_opens_on_it() throws IOException {
        Files.writeString(
                folder.resolve("application.yml"), "spring.datasource.url: " + safe.getJdbcUrl("postgres", "postgres"));

        assertThatCode(() -> StoreCheck.check(safe.getPostgresDatabase())).doesNotThrowAnyException();
        assertThatCode(() -> SpringEngine.open(HomeSettings.load(new bcl.wire.Home(folder)))
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void a_PostgreSQL_that_does_not_sync_is_refused_with_all_that_is_unsafe() throws IOException {
        try (EmbeddedPostgres fast = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .start()) {
            assertThatThrownBy(() -> StoreCheck.check(fast.getPostgresDatabase()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Its fsync is off")
                    .hasMessageContaining("Its synchronous_commit is off");
        }
    }

    @Test
    void what_a_database_sets_for_its_users_counts() throws SQLException {
        execute("create database hasty");
        execute("alter database hasty set synchronous_commit = off");

        assertThatThrownBy(() -> StoreCheck.check(safe.getDatabase("postgres", "hasty")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Its synchronous_commit is off");
    }

    @Test
    void a_PostgreSQL_without_full_page_writes_is_refused() throws SQLException {
        execute("alter system set full_page_writes = off");
        execute("select pg_reload_conf()");
        try {
            Awaitility.await()
                    .untilAsserted(() -> assertThatThrownBy(() -> StoreCheck.check(safe.getPostgresDatabase()))
                            .isInstanceOf(UsageException.class)
                            .hasMessageContaining("Its full_page_writes is off"));
        } finally {
            execute("alter system reset full_page_writes");
            execute("select pg_reload_conf()");
            Awaitility.await()
                    .untilAsserted(() -> assertThatCode(() -> StoreCheck.check(safe.getPostgresDatabase()))
                            .doesNotThrowAnyException());
        }
    }

    @Test
    void a_PostgreSQL_before_14_is_refused() {
        PostgresSettings old = new PostgresSettings(130_011, "on", "on", "on", "");

        assertThat(old.problems()).singleElement().asString().contains("It is PostgreSQL 13");
        assertThat(new PostgresSettings(140_000, "on", "on", "on", "").problems())
                .isEmpty();
    }

    @Test
    void a_local_commit_is_safe_as_long_as_there_is_no_standby() {
        assertThat(new PostgresSettings(180_006, "on", "on", "local", "").problems())
                .isEmpty();
        assertThat(new PostgresSettings(180_006, "on", "on", "local", "replica").problems())
                .singleElement()
                .asString()
                .contains("failover");
        assertThat(List.of("on", "remote_write", "remote_apply"))
                .allSatisfy(level -> assertThat(new PostgresSettings(180_006, "on", "on", level, "replica").problems())
                        .isEmpty());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = safe.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataSource h2(String url) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        return h2;
    }
}
