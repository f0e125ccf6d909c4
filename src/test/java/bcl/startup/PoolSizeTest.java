package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.testsupport.Databases;
import bcl.testsupport.OpenHome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PoolSizeTest {
    private static final String OURS = "select count(*) from pg_stat_activity where application_name = 'engine'";

    @TempDir
    Path folder;

    @Test
    void twenty_four_workers_have_a_connection_each_and_a_set_size_of_the_pool_is_in_force() throws Exception {
        Map<String, String> settings = Map.of(
                "bcl.night.workers",
                "24",
                "spring.datasource.hikari.connection-timeout",
                "10000",
                "spring.datasource.hikari.data-source-properties.ApplicationName",
                "engine");
        try (OpenHome home = OpenHome.at(folder, Databases.POSTGRESQL, 2, settings)) {
            home.send("AAA01.PN000001.BCL", 600, "A");
            CompletableFuture<OpenHome.Result> night;
            try (Connection connection =
                            Objects.requireNonNull(home.jdbc().getDataSource()).getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table outcome in exclusive mode");
                night = CompletableFuture.supplyAsync(home::night);

                long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
                OpenHome.until(() -> night.isDone() || waiting(home) == 24 || giveUp < System.nanoTime());
                assertThat(waiting(home)).as("chunks that are being written").isEqualTo(24);
                connection.rollback();
            }
            OpenHome.Result result = night.get();
            assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
            assertThat(result.err()).doesNotContain("database");

            home.restart(Map.of("spring.datasource.hikari.maximum-pool-size", "3"));
            home.send("AAA01.PN000002.BCL", 2, "B");
            assertThat(home.night().code()).isEqualTo(ExitCode.DONE);
            assertThat(home.count(OURS)).isBetween(1L, 3L);
        }
    }

    private static long waiting(OpenHome home) {
        return home.count(OURS + " and wait_event_type = 'Lock'");
    }
}
