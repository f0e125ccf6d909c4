package bcl.golden;

import bcl.night.StopRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** In homes that ask for it, requests the stop of the run after so many commits: an interruption that comes at the same place each time. */
@Component
@ConditionalOnProperty(StopAfter.PROPERTY)
final class StopAfter implements BeanPostProcessor {
    static final String PROPERTY = "golden.interrupted";
    static final AtomicInteger COMMITS_LEFT = new AtomicInteger();

    private static volatile StopRequest stop = new StopRequest();

    /** What the next runs will be stopped by. */
    static StopRequest after(int commits) {
        COMMITS_LEFT.set(commits);
        stop = new StopRequest();
        return stop;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PlatformTransactionManager manager ? new Counting(manager) : bean;
    }

    private record Counting(PlatformTransactionManager manager) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return manager.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            manager.commit(status);
            if (COMMITS_LEFT.decrementAndGet() <= 0) {
                stop.request("enough commits");
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            manager.rollback(status);
        }
    }
}
