package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs small files through their job. If a chunk fails, its files are done again one by one, so that the one that fails is held
 * and its neighbours are answered.
 */
final class SmallFiles {
    private final Stores stores;
    private final SmallFilesJob job;
    private final Launcher launcher;
    private final TransactionTemplate transaction;
    private final NightSettings settings;

    SmallFiles(
            Stores stores,
            SmallFilesJob job,
            Launcher launcher,
            TransactionTemplate transaction,
            NightSettings settings) {
        this.stores = stores;
        this.job = job;
        this.launcher = launcher;
        this.transaction = transaction;
        this.settings = settings;
    }

    void run(Collection<LedgerFile> files, ChunkPacer pacer, Turns turns) {
        Throwable failure = launcher.run(job.of(new ArrayDeque<>(files), pacer, turns, settings.filesPerChunk()), null);
        if (failure != null) {
            turns.setbacks().endRunIfBroken(failure);
            for (LedgerFile file : files) {
                single(file, pacer, turns);
            }
        }
    }

    private void single(LedgerFile file, ChunkPacer pacer, Turns turns) {
        LedgerFile now = stores.files().get(file.id());
        if (now.state() != FileState.TAKEN || isKeptBack(now, turns.setbacks())) {
            return;
        }
        Deque<LedgerFile> alone = new ArrayDeque<>(List.of(now));
        @Nullable Throwable failure = launcher.run(job.of(alone, pacer, turns, 1), now.id());
        if (failure != null && turns.setbacks().isToBeHeld(now, failure)) {
            transaction.executeWithoutResult(status -> turns.turn().holdIfUnfinished(now.id(), failure));
        }
    }

    /** A file of its stream was held, or waits, since the queue was made. */
    private boolean isKeptBack(LedgerFile file, Setbacks setbacks) {
        return stores.files().notAnswered().stream()
                .filter(other -> other.state() == FileState.HELD || setbacks.isWaiting(other))
                .filter(other -> WorkOrder.stream(other).equals(WorkOrder.stream(file)))
                .anyMatch(other -> WorkOrder.comesBefore(other, file));
    }
}
