package bcl.jobs;

import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.TaskExecutor;

/** Gives each part a step of its own, since a part's reader, processor and writer have state. */
final class PartHandler extends TaskExecutorPartitionHandler {
    /** In the execution context of a part's step. */
    static final String PART = "part";

    private final IntFunction<Step> steps;

    PartHandler(IntFunction<Step> steps, TaskExecutor workers) {
        this.steps = steps;
        setTaskExecutor(workers);
    }

    @Override
    protected FutureTask<StepExecution> createTask(Step none, StepExecution execution) {
        return super.createTask(steps.apply(execution.getExecutionContext().getInt(PART)), execution);
    }
}
