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
            home.settings().set("bcl.night.small-file", "64MB");
            home.send("AAA", 1, 10_000);

            FaultyHome.Ended ended = home.nightProcess("exec \"$@\"", "-Xmx40m", "-XX:OnOutOfMemoryError=kill -9 %p");

            assertThat(ended.code()).as(ended.log()).isEqualTo(KILLED);
            assertThat(ended.log()).contains("java.lang.OutOfMemoryError").doesNotContain("\tat ");
            assertThat(home.answers()).isEmpty();
            home.finishes(10_000, A1);
        }
    }

    @Test
    void one_that_may_open_too_few_files_says_so_and_the_next_night_finishes() throws Exception {
        try (FaultyHome home = FaultyHome.at(disk.resolve("home"), Databases.H2)) {
            home.send("AAA", 1, 300);

            FaultyHome.Ended ended = home.nightProcess("ulimit -n 130; exec \"$@\"", "-Xmx256m");

            assertThat(ended.code()).as(ended.log()).isEqualTo(1);
            assertThat(ended.log()).contains("Too many open files").doesNotContain("\tat ");
            home.finishes(300, A1);
        }
    }
}
