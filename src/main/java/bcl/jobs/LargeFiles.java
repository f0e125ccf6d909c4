package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a large file through its job. One that fails is held where it stands: what was decided of it stays. */
final class LargeFiles {
    private final Stores stores;
    private final LargeFilePreparation preparation;
    private final LargeFileJob job;
    private final Launcher launcher;
    private final TransactionTemplate transaction;

    LargeFiles(
            Stores stores,
            LargeFilePreparation preparation,
            LargeFileJob job,
            Launcher launcher,
            TransactionTemplate transaction) {
        this.stores = stores;
        this.preparation = preparation;
        this.job = job;
        this.launcher = launcher;
        this.transaction = transaction;
    }

    void run(LedgerFile file, ChunkPacer pacer, Turns turns) {
        Throwable failure = attempt(file, pacer, turns);
        if (failure != null && turns.setbacks().isToBeHeld(file, failure)) {
            transaction.executeWithoutResult(status -> turns.turn().holdIfUnfinished(file.id(), failure));
        }
    }

    private @Nullable Throwable attempt(LedgerFile file, ChunkPacer pacer, Turns turns) {
        try {
            Optional<LargeFile> prepared = preparation.prepare(file, turns);
            return prepared.isEmpty()
                    ? null
                    : launcher.run(job.of(prepared.get(), pacer, turns.answering()), file.id());
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    /** What is open when a run ends is paused: the next run goes on with it. */
    int pauseOpen() {
        int paused = 0;
        for (LedgerFile open : stores.files().inState(FileState.OPEN)) {
            paused += Boolean.TRUE.equals(transaction.execute(status -> pause(open.id()))) ? 1 : 0;
        }
        return paused;
    }

    /** Nothing happens if an operator holds it by now. */
    private boolean pause(long id) {
        LedgerFile file = stores.files().lock(id);
        if (file.state() != FileState.OPEN) {
            return false;
        }
        stores.files().pause(file);
        return true;
    }
}
