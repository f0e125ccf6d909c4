package bcl.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.test.MetaDataInstanceFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;

class PartHandlerTest {
    private final Map<Integer, String> ran = new ConcurrentHashMap<>();

    @Test
    void each_part_runs_in_a_step_of_its_own_and_all_are_waited_for() throws Exception {
        Set<StepExecution> parts = parts(5);
        PartHandler handler = new PartHandler(this::step, new SimpleAsyncTaskExecutor());

        Set<StepExecution> done = handler.doHandle(MetaDataInstanceFactory.createStepExecution(), parts);

        assertThat(done).isEqualTo(parts);
        assertThat(ran).containsOnlyKeys(0, 1, 2, 3, 4);
        assertThat(ran).containsEntry(3, "part:3");
    }

    @Test
    void parts_run_side_by_side() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        PartHandler handler = new PartHandler(part -> meeting(both), new SimpleAsyncTaskExecutor());

        Set<StepExecution> done = handler.doHandle(MetaDataInstanceFactory.createStepExecution(), parts(2));

        assertThat(done).hasSize(2);
        assertThat(both.getCount()).isZero();
    }

    @Test
    void parts_are_begun_in_the_order_of_the_file_however_they_are_given() throws Exception {
        List<StepExecution> parts = new ArrayList<>(parts(12));
        Collections.rotate(parts, 5);
        Collections.swap(parts, 0, 11);
        List<Integer> begun = new ArrayList<>();
        PartHandler handler = new PartHandler(part -> execution -> begun.add(part), new SyncTaskExecutor());

        handler.doHandle(MetaDataInstanceFactory.createStepExecution(), new LinkedHashSet<>(parts));

        assertThat(begun).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void a_part_that_cannot_even_begin_fails_the_step() {
        PartHandler handler = new PartHandler(
                part -> {
                    throw new IllegalStateException("part " + part + " was not planned");
                },
                new SimpleAsyncTaskExecutor());

        assertThatThrownBy(() -> handler.doHandle(MetaDataInstanceFactory.createStepExecution(), parts(1)))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("part 0 was not planned");
    }

    private static Set<StepExecution> parts(int count) {
        Set<StepExecution> parts = new LinkedHashSet<>();
        for (int part = 0; part < count; part++) {
            StepExecution execution = MetaDataInstanceFactory.createStepExecution("part:" + part, part + 1L);
            execution.getExecutionContext().putInt(PartHandler.PART, part);
            parts.add(execution);
        }
        return parts;
    }

    private Step step(int part) {
        return execution -> ran.put(part, execution.getStepName());
    }

    private static Step meeting(CountDownLatch both) {
        return execution -> {
            both.countDown();
            assertThat(await(both)).isTrue();
        };
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
