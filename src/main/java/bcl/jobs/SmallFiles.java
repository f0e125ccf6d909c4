package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs small files through their job. If a chunk fails, its files are done again one by one, so that the one that fails is held
 * and its neighbours are answered; then the others go on chunk by chunk.
 */
final class SmallFiles {
    private static final long BYTES_A_CHUNK = 4 << 20;

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
        Deque<LedgerFile> queue = new ArrayDeque<>(files);
        int filesPerChunk = filesPerChunk(files);
        while (!queue.isEmpty()) {
            List<LedgerFile> before = List.copyOf(queue);
            long from = stores.clock().nanos();
            Throwable failure = run(job.of(queue, pacer, turns, filesPerChunk), null, turns);
            if (failure == null || turns.setbacks().isUndone(failure, since(from))) {
                return;
            }
            turns.setbacks().endRunIfBroken(failure);
            if (queue.size() == before.size()) {
                queue.remove(); // what fails before the first file is read must not be tried for ever
            }
            for (LedgerFile file : before.subList(0, before.size() - queue.size())) {
                single(file, pacer, turns);
            }
            dropKeptBack(queue, turns.setbacks());
        }
    }

    /** Runs a job and publishes its last answers; why one of both failed, or null. */
    private @Nullable Throwable run(Job files, @Nullable Long file, Turns turns) {
        Throwable failure = launcher.run(files, file);
        try {
            turns.publishing().finish();
        } catch (RuntimeException e) {
            return failure == null ? e : failure;
        }
        return failure;
    }

    /** All that is parsed of a chunk, and of the next one, is in memory: the larger its files, the fewer they are. */
    private int filesPerChunk(Collection<LedgerFile> files) {
        long largest = files.stream()
                .mapToLong(file -> Math.min(file.size(), settings.smallFile()))
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.min(settings.filesPerChunk(), BYTES_A_CHUNK / Math.max(1, largest)));
    }

    private void single(LedgerFile file, ChunkPacer pacer, Turns turns) {
        LedgerFile now = stores.files().get(file.id());
        if (now.state() != FileState.TAKEN || isKeptBack(now, turns.setbacks())) {
            return;
        }
        Deque<LedgerFile> alone = new ArrayDeque<>(List.of(now));
        long from = stores.clock().nanos();
        Throwable failure = run(job.of(alone, pacer, turns, 1), now.id(), turns);
        if (failure != null && turns.setbacks().isToBeHeld(now, failure, since(from))) {
            transaction.executeWithoutResult(status -> new Holding(stores).holdIfUnfinished(now.id(), failure));
        }
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(stores.clock().nanos() - nanos);
    }

    /** A file of its stream was held, or waits, since the queue was made. */
    private boolean isKeptBack(LedgerFile file, Setbacks setbacks) {
        return isKeptBack(file, keepBack(setbacks));
    }

    private void dropKeptBack(Collection<LedgerFile> files, Setbacks setbacks) {
        List<LedgerFile> before = keepBack(setbacks);
        files.removeIf(file -> isKeptBack(file, before));
    }

    private List<LedgerFile> keepBack(Setbacks setbacks) {
        return stores.files().notAnswered().stream()
                .filter(other -> other.state() == FileState.HELD || setbacks.isWaiting(other))
                .toList();
    }

    private static boolean isKeptBack(LedgerFile file, List<LedgerFile> before) {
        return before.stream()
                .filter(other -> WorkOrder.stream(other).equals(WorkOrder.stream(file)))
                .anyMatch(other -> WorkOrder.comesBefore(other, file));
    }
}
