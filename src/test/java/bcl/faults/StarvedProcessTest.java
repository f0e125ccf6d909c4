package bcl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.testsupport.Databases;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Engines that the machine gives too little: memory, open files. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StarvedProcessTest {
    private static final int KILLED = 137;
    private static final String A1 = "AAA01.PN000001.BCR";

    @TempDir
    private Path disk;

    @Test
    void one_that_runs_out_of_memory_dies_at_once_and_the_next_night_finishes() throws Exception {
        try (FaultyHome home = FaultyHome.at(disk.resolve("home"), Databases.H2)) {
            // One item of a chunk, so that it must be in memory at once.
            home.settings().set("bcl.night.small-file", "64MB").set("bcl.limits.contacts-per-file", "30000");
            home.send("AAA", 1, 30_000);

            FaultyHome.Ended ended = home.nightProcess(
                    "exec \"$@\"", "-Xmx48m", "-XX:+UseParallelGC", "-XX:OnOutOfMemoryError=kill -9 %p");

            assertThat(ended.code()).as(ended.log()).isEqualTo(KILLED);
            assertThat(ended.log()).contains("java.lang.OutOfMemoryError").doesNotContain("\tat ");
            assertThat(home.inbound("AAA")).as("it died at work").isEmptyDirectory();
            assertThat(home.answers()).isEmpty();
            home.finishes(30_000, A1);
        }
    }

    @Test
    void one_that_may_open_too_few_files_ends_and_the_next_night_finishes() throws Exception {
        try (FaultyHome home = FaultyHome.at(disk.resolve("home"), Databases.H2)) {
            home.send("AAA", 1, 300);

            FaultyHome.Ended ended = home.nightProcess("ulimit -n 100; exec \"$@\"", "-Xmx256m", "-XX:+UseSerialGC");

            assertThat(ended.code()).as(ended.log()).isEqualTo(1);
            home.finishes(300, A1);
        }
    }
}
