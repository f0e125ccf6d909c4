package bcl.jobs;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What runs jobs: Spring Batch on its JDBC repository.
 *
 * @param operator runs a job on the calling thread
 * @param workers threads that work on parts side by side
 */
public record Motor(
        JobRepository repository, JobOperator operator, PlatformTransactionManager transactions, TaskExecutor workers) {
    /** The same, for a run that must commit nothing once the night is another's. */
    Motor fenced(RunWatch watch) {
        return new Motor(repository, operator, new FencedTransactions(transactions, watch), workers);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /** For work after another transaction's commit, on the same thread. */
    TransactionTemplate newTransaction() {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
