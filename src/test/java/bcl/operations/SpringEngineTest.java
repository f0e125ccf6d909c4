package bcl.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
