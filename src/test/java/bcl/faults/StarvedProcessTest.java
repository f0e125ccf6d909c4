package bcl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.testsupport.Databases;
import java.nio.file.Files;
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
    private static final String B1 = "BBB01.PN000001.BCR";

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

    @Test
    void one_whose_stack_is_too_small_ends_in_a_line_and_the_next_night_finishes() throws Exception {
        try (FaultyHome home = FaultyHome.at(disk.resolve("home"), Databases.H2)) {
            home.send("AAA", 1, 3);

            FaultyHome.Ended ended =
                    home.nightProcess("exec \"$@\"", "-Xmx256m", "-Xss148k", "-XX:CompilerThreadStackSize=1024");

            assertThat(ended.code()).as(ended.log()).isEqualTo(1);
            assertThat(ended.log())
                    .containsAnyOf("StackOverflowError", "stack size specified is too small")
                    .doesNotContain("\tat ");
            home.finishes(3, A1);
        }
    }

    @Test
    void one_that_may_write_no_large_files_leaves_a_large_one_with_its_sender_until_it_may() throws Exception {
        try (FaultyHome home = FaultyHome.at(disk.resolve("home"), Databases.H2)) {
            home.send("AAA", 1, 60_000);
            home.send("BBB", 1, 3);

            // In kB: more than the database needs, less than the sealed copy.
            FaultyHome.Ended ended = home.nightProcess("ulimit -f 3000; exec \"$@\"", "-Xmx256m");

            assertThat(ended.code()).as(ended.log()).isEqualTo(1);
            assertThat(ended.log())
                    .contains("AAA01.PN000001.BCL: File too large", "the next look takes it")
                    .doesNotContain("\tat ");
            assertThat(home.answers()).containsExactly(B1);
            assertThat(home.inbound("AAA").resolve("AAA01.PN000001.BCL")).exists();
        }
    }

    /** Past SFTP and its quotas: names of one file, so that laying them costs no room. */
    @Test
    void a_flood_of_twenty_thousand_files_that_are_not_whole_keeps_no_other_sender_back() throws Exception {
        try (FaultyHome home = FaultyHome.at(disk.resolve("home"), Databases.H2)) {
            Path first = Files.writeString(home.inbound("AAA").resolve("AAA01.PN000000.BCL"), "no trailer");
            for (int i = 1; i < 20_000; i++) {
                Files.createLink(home.inbound("AAA").resolve(FaultyHome.name("AAA", i, "BCL")), first);
            }
            home.send("BBB", 1, 3);

            FaultyHome.Ended ended = home.nightProcess("exec \"$@\"", "-Xmx96m", "-XX:+UseSerialGC");

            assertThat(ended.code()).as(ended.log()).isZero();
            assertThat(home.answers()).containsExactly(B1);
        }
    }
}
