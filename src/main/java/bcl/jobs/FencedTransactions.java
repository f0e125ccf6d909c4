package bcl.jobs;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Commits only while the night is this run's. A process that was frozen and wakes up after another took over may read rows of the
 * new attempt, so that the attempt alone does not keep it out; but then it finds here that the lease is another's. If it read the
 * rows before the take-over, their attempt refuses it.
 */
final class FencedTransactions implements PlatformTransactionManager {
    private final PlatformTransactionManager transactions;
    private final RunWatch watch;

    FencedTransactions(PlatformTransactionManager transactions, RunWatch watch) {
        this.transactions = transactions;
        this.watch = watch;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return transactions.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        if (status.isNewTransaction() && !status.isRollbackOnly()) {
            fence(status);
        }
        transactions.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }

    private void fence(TransactionStatus status) {
        boolean mayCommit;
        try {
            mayCommit = watch.mayCommit();
        } catch (RuntimeException e) {
            transactions.rollback(status);
            throw e;
        }
        if (!mayCommit) {
            transactions.rollback(status);
            throw RunBroken.takenOver(null);
        }
    }
}
