package bcl.assumptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;

/** Why the ledger is the truth, each run is a new job instance, and no step skips (docs/adr/0001). */
class SpringBatchRestartAssumptionsTest {
    private static final List<String> LINES =
            IntStream.rangeClosed(1, 30).mapToObj("line %d"::formatted).toList();

    @TempDir
    private Path folder;

    private BatchProbe probe = new BatchProbe(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void lines() throws Exception {
        file = Files.write(folder.resolve("lines"), LINES);
        probe = new BatchProbe(file);
    }

    @Test
    void a_step_that_skips_loses_lines_without_a_word_when_it_is_killed_while_it_writes_one_by_one() throws Exception {
        List<String> skipped = new ArrayList<>();
        BatchProbe.Started killed = probe.start(
                lines -> {
                    if (lines.size() == 1 && lines.contains("line 5")) {
                        probe.database().set(FaultyDataSource.Fault.AWAY);
                    }
                    failOnLineThree(lines);
                },
                step -> step.faultTolerant()
                        .skip(IllegalArgumentException.class)
                        .skipLimit(5),
                parameters -> {});
        assertThatThrownBy(killed::run).isInstanceOf(Exception.class);
        probe.restarted();

        BatchProbe.Started next = probe.start(
                lines -> {
                    if (lines.size() == 1 && lines.contains("line 3")) {
                        skipped.add("line 3");
                    }
                    failOnLineThree(lines);
                },
                step -> step.faultTolerant()
                        .skip(IllegalArgumentException.class)
                        .skipLimit(5),
                parameters -> {});
        next.operator().recover(next.last());
        JobExecution restarted = next.run();

        assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(skipped).as("told by the second run").isEmpty();
        assertThat(probe.written()).as("lost").doesNotContain("line 6", "line 7", "line 8", "line 9", "line 10");
        assertThat(probe.written()).contains("line 1", "line 11", "line 30");
    }

    private static void failOnLineThree(List<? extends String> lines) {
        if (lines.contains("line 3")) {
            throw new IllegalArgumentException("line 3");
        }
    }

    @Test
    void a_refused_commit_leaves_UNKNOWN_which_neither_a_rerun_nor_recover_gets_out_of() throws Exception {
        probe.start(faultAt(2, FaultyDataSource.Fault.COMMIT_REFUSED)).run();

        BatchProbe.Started next = probe.start(lines -> {});
        assertThat(next.last().getStatus()).isEqualTo(BatchStatus.UNKNOWN);
        assertThat(probe.written()).as("the chunk was rolled back").hasSize(10);
        assertThatThrownBy(next::run).hasMessageContaining("UNKNOWN");
        next.operator().recover(next.last());
        assertThat(next.last().getStatus()).as("after recover").isEqualTo(BatchStatus.UNKNOWN);
    }

    @Test
    void a_commit_whose_answer_was_lost_is_continued_behind_it_since_position_and_data_share_the_transaction()
            throws Exception {
        probe.start(faultAt(2, FaultyDataSource.Fault.ANSWER_LOST)).run();

        probe.start(lines -> {}).run();

        assertThat(probe.written()).containsExactlyInAnyOrderElementsOf(LINES);
    }

    @Test
    void a_database_that_went_away_leaves_STARTED_which_blocks_a_rerun_until_recover() throws Exception {
        BatchProbe.Started first = probe.start(faultAt(2, FaultyDataSource.Fault.AWAY));
        assertThatThrownBy(first::run).isInstanceOf(Exception.class);
        probe.restarted();

        BatchProbe.Started next = probe.start(lines -> {});
        assertThat(next.last().getStatus()).isEqualTo(BatchStatus.STARTED);
        assertThatThrownBy(next::run).isInstanceOf(JobExecutionAlreadyRunningException.class);
        next.operator().recover(next.last());
        next.run();
        assertThat(probe.written()).containsExactlyInAnyOrderElementsOf(LINES);
    }

    @Test
    void a_reader_goes_on_by_the_count_of_lines_and_does_not_notice_that_the_file_is_another() throws Exception {
        assertThat(probe.start(lines -> {
                            if (lines.contains("line 15")) {
                                throw new IllegalStateException("failed once");
                            }
                        })
                        .run()
                        .getStatus())
                .isEqualTo(BatchStatus.FAILED);
        List<String> changed = new ArrayList<>(List.of("new 1", "new 2"));
        changed.addAll(LINES);
        Files.write(file, changed);

        JobExecution restarted = probe.start(lines -> {}).run();

        assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(probe.written()).doesNotContain("new 1", "new 2");
        assertThat(probe.written().stream().filter("line 9"::equals))
                .as("read twice")
                .hasSize(2);
    }

    private java.util.function.Consumer<List<? extends String>> faultAt(int chunk, FaultyDataSource.Fault fault) {
        AtomicInteger chunks = new AtomicInteger();
        return lines -> {
            if (chunks.incrementAndGet() == chunk) {
                probe.database().set(fault);
            }
        };
    }
}
