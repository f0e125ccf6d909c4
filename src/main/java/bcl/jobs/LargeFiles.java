package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a large file a turn in its job: as much as the pacer allows. One that fails is held where it stands: what was decided of it
 * stays.
 */
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
        long from = stores.clock().nanos();
        Throwable failure = attempt(file, pacer, turns);
        Duration took = Duration.ofNanos(stores.clock().nanos() - from);
        if (failure != null && turns.setbacks().isToBeHeld(file, failure, took)) {
            transaction.executeWithoutResult(status -> new Holding(stores).holdIfUnfinished(file.id(), failure));
        }
    }

    private @Nullable Throwable attempt(LedgerFile file, ChunkPacer pacer, Turns turns) {
        try {
            LargeFile known = begun.remove(file.id());
            Optional<LargeFile> prepared = known != null && isSame(known.file(), file)
                    ? Optional.of(known)
                    : preparation.prepare(file, pacer, turns);
            return prepared.isEmpty() ? null : decide(prepared.get(), pacer, turns);
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    /** Whether no operator held it and let it go meanwhile. */
    private static boolean isSame(LedgerFile known, LedgerFile now) {
        return now.state() == FileState.OPEN && known.attempt() == now.attempt();
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
