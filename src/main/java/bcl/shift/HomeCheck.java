package bcl.shift;

import bcl.commands.EngineException;
import bcl.commands.UsageException;
import bcl.intake.HomeFolders;
import bcl.jobs.Stores;
import bcl.ledger.Notice;
import bcl.retention.Erasing;
import bcl.retention.Retention;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is looked at before a home's files are worked on: whether a backup was restored since. */
@Component
final class HomeCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HomeCheck.class);
    private static final int TOLD = 10;

    private final Stores stores;
    private final Retention retention;
    private final AtomicBoolean told = new AtomicBoolean();

    HomeCheck(Stores stores, Retention retention) {
        this.stores = stores;
        this.retention = retention;
    }

    /**
     * To be called before a run, and before a service takes files.
     *
     * @throws EngineException if what was erased has come back and cannot be erased
     * @throws UsageException if the database is older than what lies beside it
     */
    void beforeWork() {
        tellLoosePermissions();
        eraseAgain();
        try {
            RestoreSigns signs = RestoreSigns.look(stores);
            if (!signs.isNothing()) {
                String why = signs.isAccepted() ? "" : "A night now could give CRNs and numbers a second time; ";
                throw new UsageException(signs.older() + ". " + why + "nothing was done. " + signs.next(stores.home()));
            }
        } catch (IOException e) {
            throw new EngineException("What lies in outbound/ and evidence/ cannot be read: " + e.getMessage(), e);
        }
    }

    /** Once a process: whoever opened a folder may have had a reason, but has to know. */
    private void tellLoosePermissions() {
        try {
            if (!told.compareAndSet(false, true)) {
                return;
            }
            List<String> looser = HomeFolders.looser(stores.home());
            if (!looser.isEmpty()) {
                String told = String.join(", ", looser.subList(0, Math.min(TOLD, looser.size())))
                        + (looser.size() > TOLD ? " and " + (looser.size() - TOLD) + " more" : "");
                LOG.warn("More people than the engine needs have rights on folders of the home: {}", told);
                stores.operators()
                        .notice(new Notice(
                                stores.clock().now(),
                                "LOOSE_PERMISSIONS",
                                null,
                                looser.size() + " folders",
                                "More people have rights there than the engine needs: " + told));
            }
        } catch (IOException e) {
            LOG.warn("The permissions of the home's folders cannot be read: {}", e.getMessage());
        }
    }

    /** What was erased stays erased. */
    private void eraseAgain() {
        try {
            if (retention.cameBack()) {
                Erasing again = retention.eraseAgain(() -> true);
                String told = "a backup had brought it back: " + again.told();
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
