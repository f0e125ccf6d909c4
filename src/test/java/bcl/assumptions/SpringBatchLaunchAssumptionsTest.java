package bcl.assumptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.parameters.JobParametersValidator;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.test.MetaDataInstanceFactory;

/** Why a lease and guarded updates keep two runs apart, and not the job repository (docs/adr/0001). */
class SpringBatchLaunchAssumptionsTest {
    /** Two threads do not meet in the same way each time; in the first study it happened in three rounds of four. */
    private static final int ROUNDS = 50;

    @TempDir
    private Path folder;

    private BatchProbe probe = new BatchProbe(Path.of(""));

    @BeforeEach
    void lines() throws Exception {
        probe = new BatchProbe(Files.write(folder.resolve("lines"), List.of("line 1", "line 2")));
    }

    @Test
    void two_that_restart_one_failed_instance_at_once_may_both_run_it() throws Exception {
        int written = 0;
        for (int round = 0; round < ROUNDS && written < 4; round++) {
            lines();
            probe.start(lines -> {
                        throw new IllegalStateException("failed once");
                    })
                    .run();
            twoAtOnce();
            written = probe.written().size();
        }

        assertThat(written).as("each line twice, in one of the rounds").isEqualTo(4);
    }

    @Test
    void an_instance_can_be_made_once_and_whoever_comes_second_gets_an_exception() throws Exception {
        probe.start(lines -> {}).repository().createJobInstance("probe", BatchProbe.PARAMETERS);

        assertThatThrownBy(
                        () -> probe.start(lines -> {}).repository().createJobInstance("probe", BatchProbe.PARAMETERS))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void an_instance_without_an_execution_which_a_kill_leaves_can_never_be_started() throws Exception {
        BatchProbe.Started killed = probe.start(lines -> {});
        killed.repository().createJobInstance("probe", BatchProbe.PARAMETERS);

        assertThatThrownBy(probe.start(lines -> {})::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot find any job execution");
    }

    /** So engines that come and go in one JVM, each on a database of its own, have to forget what an error ended. */
    @Test
    void an_execution_that_an_error_ended_is_taken_for_another_of_its_id_in_the_whole_jvm() {
        StepExecution ended = MetaDataInstanceFactory.createStepExecution("step", 4711L);
        StepExecution another = MetaDataInstanceFactory.createStepExecution("step", 4711L);
        StepSynchronizationManager.register(ended);
        try {
            assertThat(StepSynchronizationManager.register(another).getStepExecution())
                    .isSameAs(ended);
        } finally {
            StepSynchronizationManager.close();
            StepSynchronizationManager.close();
        }
    }

    @Test
    void an_exception_of_a_writer_is_told_by_the_execution_and_not_thrown() throws Exception {
        var execution = probe.start(lines -> {
                    throw new IllegalStateException("of the writer");
                })
                .run();

        assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(execution.getAllFailureExceptions())
                .anySatisfy(failure -> assertThat(failure).hasStackTraceContaining("of the writer"));
    }

    /** Both have asked whether the other runs before either says that it does. What kept one of them from running. */
    private List<Throwable> twoAtOnce() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (Callable<?> run : List.of(runner(both), runner(both))) {
                runs.add(threads.submit(run));
            }
            List<Throwable> refused = new ArrayList<>();
            for (Future<?> run : runs) {
                try {
                    run.get(1, TimeUnit.MINUTES);
                } catch (ExecutionException e) {
                    refused.add(e.getCause());
                }
            }
            return refused;
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<?> runner(CyclicBarrier both) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        JobParametersValidator meet = parameters -> {
            if (asked.getAndIncrement() == 0) {
                try {
                    both.await(1, TimeUnit.MINUTES);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        BatchProbe.Started started = probe.start(lines -> {}, step -> {}, meet);
        return started::run;
    }
}
