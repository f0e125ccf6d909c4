package bcl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.testsupport.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of the sample files in a process of 256 MB, the same at each run. For hours:
 * {@code mvn test -Dtest=FuzzTest -Dbcl.fuzz.seed=7 -Dbcl.fuzz.count=100000000 -Dbcl.fuzz.seconds=14400
 * -Djunit.jupiter.execution.timeout.mode=disabled}; what it finds lies in
 * {@code target/fuzz} then.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("bcl.fuzz.seed", 20261122);
    private static final long COUNT = Long.getLong("bcl.fuzz.count", 5_000);
    private static final long SECONDS = Long.getLong("bcl.fuzz.seconds", 600);
    private static final Pattern FIGURES = Pattern.compile(
            "(\\d+) files decided, (\\d+) of them contact by contact, (\\d+) findings, .* grew by (-?\\d+) KiB");

    @TempDir
    private Path disk;

    @Test
    void whatever_a_file_holds_its_answer_accounts_for_every_line_in_bounded_time_and_memory() throws Exception {
        try (Child fuzzer = Child.start(
                disk,
                "-Xmx256m",
                FuzzMain.class,
                Long.toString(SEED),
                Long.toString(COUNT),
                Long.toString(SECONDS),
                "target/fuzz")) {
            int exit = fuzzer.exitCode(Duration.ofSeconds(SECONDS + 60));

            assertThat(exit).as(fuzzer.log()).isZero();
            Matcher figures = FIGURES.matcher(fuzzer.log());
            assertThat(figures.find()).as(fuzzer.log()).isTrue();
            assertThat(Long.parseLong(figures.group(1))).as("decided").isGreaterThan(100);
            assertThat(Long.parseLong(figures.group(2)))
                    .as("judged contact by contact")
                    .isGreaterThan(30);
            assertThat(Long.parseLong(figures.group(4))).as("growth, KiB").isLessThan(8 * 1024);
        }
    }

    @Test
    void an_upload_that_breaks_off_behind_any_of_its_bytes_is_answered_right() throws Exception {
        Target target = new Target(Specimen.reference(), disk);
        List<Integer> judged = new ArrayList<>();

        for (Specimen cut : GoodFile.cuts()) {
            if (target.decide(cut)) {
                judged.add(cut.bytes().length);
            }
        }

        // Whole, without its LF, and never before: the count without its last digit is another one, and a CR is a
        // character.
        int whole = GoodFile.FILE.bytes().length;
        assertThat(judged).containsExactly(whole - 2, whole);
    }
}
