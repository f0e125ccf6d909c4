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
        if (failure != null) {
            RunBroken.unlessOneFile(failure);
            LedgerFile now = stores.files().get(file.id());
            String reason = Failures.describe(now, failure);
            transaction.executeWithoutResult(status -> turns.turn().hold(now, reason));
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
        for (LedgerFile file : stores.files().inState(FileState.OPEN)) {
            transaction.executeWithoutResult(status -> stores.files().pause(file));
            paused++;
        }
        return paused;
    }
}
