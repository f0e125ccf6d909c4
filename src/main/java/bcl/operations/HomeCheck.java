package bcl.operations;

import bcl.commands.EngineException;
import bcl.jobs.Stores;
import bcl.ledger.Notice;
import bcl.retention.Erasing;
import bcl.retention.Retention;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is looked at before a home's files are worked on: whether a backup was restored since. */
@Component
final class HomeCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HomeCheck.class);

    private final Stores stores;
    private final Retention retention;

    HomeCheck(Stores stores, Retention retention) {
        this.stores = stores;
        this.retention = retention;
    }

    /** @throws EngineException if what was erased has come back and cannot be erased */
    void beforeWork() {
        eraseAgain();
    }

    /** What was erased stays erased. */
    private void eraseAgain() {
        try {
            if (retention.cameBack()) {
                Erasing again = retention.eraseAgain(() -> true);
                String told = "a backup had brought it back: " + EraseHandler.told(again);
                LOG.warn("Erased again; {}", told);
                stores.operators().notice(new Notice(stores.clock().now(), "ERASED_AGAIN", null, "erased/", told));
            }
        } catch (IOException e) {
            throw new EngineException(
                    "What was erased has come back with a backup, and cannot be erased: " + e.getMessage()
                            + ". Nothing was done; see to the folders erased/ and archive/ of the home",
                    e);
        }
    }
}
