package bcl.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.TaskExecutor;

/** Runs the parts of a file side by side, each in a step of its own: reader, processor and writer of a part have state. */
final class PartHandler extends AbstractPartitionHandler {
    /** In the execution context of a part's step. */
    static final String PART = "part";

    private final IntFunction<Step> steps;
    private final TaskExecutor workers;
    private volatile boolean failed;

    PartHandler(IntFunction<Step> steps, TaskExecutor workers) {
        this.steps = steps;
        this.workers = workers;
    }

    /** Waits for all parts, also when one has failed: no worker may go on when the run does something else. */
    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> parts)
            throws InterruptedException, ExecutionException {
        List<FutureTask<StepExecution>> tasks = new ArrayList<>();
        for (StepExecution part : inOrder(parts)) {
            FutureTask<StepExecution> task = new FutureTask<>(() -> run(part));
            tasks.add(task);
            workers.execute(task);
        }
        Set<StepExecution> done = new HashSet<>();
        @Nullable ExecutionException failure = null;
        for (FutureTask<StepExecution> task : tasks) {
            try {
                done.add(task.get());
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }

    /**
     * As they lie in the file, so that keys, which ascend with it, go to the ends of their indexes: in the order of a set they split
     * pages in the middle, which took PostgreSQL a tenth of its processor time.
     */
    private static List<StepExecution> inOrder(Set<StepExecution> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(PartHandler::number))
                .toList();
    }

    private static int number(StepExecution part) {
        return part.getExecutionContext().getInt(PART);
    }

    /** When one part has failed no other is begun: the file is left, and goes on where its parts stand. */
    private StepExecution run(StepExecution part) throws Exception {
        if (failed) {
            return part;
        }
        boolean done = false;
        try {
            steps.apply(number(part)).execute(part);
            done = !part.getStatus().isUnsuccessful();
        } finally {
            if (!done) {
                failed = true;
            }
        }
        return part;
    }
}
