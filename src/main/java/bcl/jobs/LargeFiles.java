package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a large file a turn in its job: as much as the pacer allows. One that fails is held where it stands: what was decided of it stays. */
final class LargeFiles {
    private final Stores stores;
    private final LargeFilePreparation preparation;
    private final LargeFileJob job;
    private final Launcher launcher;
    private final TransactionTemplate transaction;
    /** Files that wait for their next turn: what the structure pass found is still true. */
    private final Map<Long, LargeFile> begun = new HashMap<>();

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
            LargeFile known = begun.remove(file.id());
            Optional<LargeFile> prepared = known == null ? preparation.prepare(file, turns) : Optional.of(known);
            return prepared.isEmpty() ? null : decide(prepared.get(), pacer, turns);
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    private @Nullable Throwable decide(LargeFile large, ChunkPacer pacer, Turns turns) {
        long number = large.file().id();
        Throwable failure = launcher.run(job.of(large, pacer, turns.answering()), number);
        if (failure == null && stores.files().get(number).state() == FileState.OPEN) {
            begun.put(number, large);
        }
        return failure;
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
