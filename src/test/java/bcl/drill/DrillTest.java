package bcl.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kill drill on both databases. {@code -Dbcl.kills=N} kills N times on each instead of 15, {@code -Dbcl.kills.seed=N} sends
 * other files and chooses other moments.
 */
class DrillTest {
    private static final int KILLS = Integer.getInteger("bcl.kills", 15);
    private static final long SEED = Long.getLong("bcl.kills.seed", 20261121);

    @TempDir
    private Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void however_often_a_night_is_killed_nothing_is_lost_and_nothing_done_twice(Databases databases) throws Exception {
        try (TestDatabase database = databases.fresh()) {
            Map<String, String> settings = databases == Databases.H2
                    ? Map.of()
                    : Map.of(
                            "SPRING_DATASOURCE_URL", database.url(),
                            "SPRING_DATASOURCE_USERNAME", "postgres",
                            "SPRING_DATASOURCE_PASSWORD", "postgres");

            DrillReport report = Drill.run(plan(KILLS, settings, new StopRequest()), kills -> {});

            System.out.println(databases + ": " + report.line());
            assertThat(report.faults()).isEmpty();
            assertThat(report.isClean()).isTrue();
            assertThat(report.kills()).isEqualTo(KILLS);
            assertThat(report.contacts()).isGreaterThan(20L * KILLS);
        }
    }

    @Test
    void a_drill_that_is_stopped_ends_soon_and_leaves_no_process() throws Exception {
        StopRequest stop = new StopRequest();
        Thread user = new Thread(() -> {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> engines() > 0);
            stop.request("Ctrl-C");
        });
        user.start();

        DrillReport report = Drill.run(plan(2, Map.of(), stop), kills -> {});

        user.join(Duration.ofMinutes(1).toMillis());
        assertThat(report.complete()).isFalse();
        assertThat(report.isClean()).isFalse();
        assertThat(engines()).isZero();
    }

    /** By the program and not by its arguments: of a class path as long as ours the system tells no command line. */
    private static long engines() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .count();
    }

    private DrillPlan plan(int kills, Map<String, String> settings, StopRequest stop) {
        List<String> engine = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "bcl.Main");
        return new DrillPlan(kills, SEED, disk, engine, settings, stop);
    }
}
