package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.commands.UsageException;
import bcl.wire.Home;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpringEngineTest {
    @TempDir
    Path folder;

    @Test
    void opening_a_home_makes_its_ledger_and_closing_leaves_the_database_free() throws Exception {
        EngineSettings settings = HomeSettings.load(new Home(folder));

        SpringEngine.open(settings).close();

        try (var connection = DriverManager.getConnection(settings.database().url(), "sa", "");
                var tables = connection.getMetaData().getTables(null, "public", "inbound_file", null)) {
            assertThat(tables.next()).isTrue();
        }
    }

    @Test
    void a_database_that_another_has_open_is_named_in_one_line() throws Exception {
        EngineSettings settings = HomeSettings.load(new Home(folder));
        Path file = folder.resolve("db/bcl.mv.db");
        Files.createDirectories(folder.resolve("db"));
        try (var other = java.nio.channels.FileChannel.open(
                        file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE);
                var lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertThatThrownBy(() -> SpringEngine.open(settings))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("The database cannot be opened: ")
                    .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
        }
    }

    @Test
    void a_driver_that_is_not_there_is_a_failure() throws IOException {
        Files.writeString(folder.resolve("application.yml"), "spring.datasource.url: jdbc:oracle:thin:@db");
        EngineSettings settings = HomeSettings.load(new Home(folder));

        assertThatThrownBy(() -> SpringEngine.open(settings)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spring.datasource.hikari.connection-timeout: abc | a whole number
            spring.datasource.hikari.auto-commit: maybe      | true or false
            """)
    void a_setting_of_springs_that_is_wrong_is_named_and_is_usage(String line, String expected) throws IOException {
        Files.writeString(folder.resolve("application.yml"), line);
        EngineSettings settings = HomeSettings.load(new Home(folder));
        String[] parts = line.split(": ", 2);

        assertThatThrownBy(() -> SpringEngine.open(settings))
                .isInstanceOf(UsageException.class)
                .hasMessage("Setting " + parts[0] + " is '" + parts[1] + "', but " + expected + " is expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"28P01", "28000", "3D000"})
    void a_login_that_the_database_refuses_is_usage_so_that_no_night_waits_for_it(String state) {
        SQLException refused = new SQLException("FATAL: no", state);

        assertThat(DatabaseOpening.failed(new SQLException("pool", refused), new IllegalStateException(refused)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("The database cannot be opened: FATAL: no. Check SPRING_DATASOURCE_URL");
    }

    @Test
    void a_database_that_is_away_is_no_usage_and_an_unknown_host_is_named() {
        SQLException away = new SQLException("refused\n more", "08001");
        SQLException unknown = new SQLException("failed", "08001", new UnknownHostException("nohost"));

        assertThat(DatabaseOpening.failed(away, new IllegalStateException(away)))
                .isInstanceOf(EngineException.class)
                .hasMessage("The database cannot be opened: refused");
        assertThat(DatabaseOpening.failed(unknown, new IllegalStateException(unknown)))
                .isInstanceOf(EngineException.class)
                .hasMessage("The database cannot be opened: no host is known by the name nohost");
    }
}
