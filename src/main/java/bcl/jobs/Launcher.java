package bcl.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;

/**
 * Starts a job and waits for its end. Every start is a new instance: what is left to do is asked of the ledger, so that an
 * execution which a crash left behind can neither block nor repeat anything (docs/adr/0001).
 */
final class Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private final JobOperator operator;
    private final long run;
    private long starts;

    Launcher(JobOperator operator, long run) {
        this.operator = operator;
        this.run = run;
    }

    /** Why the job failed, or null if it completed. */
    @Nullable
    Throwable run(Job job, @Nullable Long file) {
        JobParametersBuilder parameters =
                new JobParametersBuilder().addLong("run", run).addLong("start", ++starts);
        if (file != null) {
            parameters.addLong("file", file);
        }
        return run(job, parameters.toJobParameters());
    }

    private @Nullable Throwable run(Job job, JobParameters parameters) {
        try {
            JobExecution execution = operator.start(job, parameters);
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                return null;
            }
            return failed(job, worst(execution.getAllFailureExceptions(), execution.getStatus()));
        } catch (JobExecutionException | RuntimeException e) {
            return failed(job, e);
        }
    }

    /** A database that went away, or others in the way, may fail other things first. */
    static Throwable worst(List<Throwable> failures, BatchStatus status) {
        return Failures.worst(failures).orElseGet(() -> new IllegalStateException("ended as " + status));
    }

    /** The trace is for the developer who asks for it: messages of libraries may quote what was read. */
    private static Throwable failed(Job job, Throwable failure) {
        LOG.debug("Job {} failed", job.getName(), failure);
        return failure;
    }
}
