package bcl.jobs;

import bcl.night.ChunkPacer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Commits what a night decides only while its window is open. How long a chunk takes is an estimate, and no estimate holds for a
 * machine that is suspended or a disk that hangs: so it is asked again when all is ready to be committed (docs/adr/0011).
 */
final class WindowFence implements TransactionSynchronization {
    private final ChunkPacer pacer;

    private WindowFence(ChunkPacer pacer) {
        this.pacer = pacer;
    }

    /** For the present transaction. */
    static void put(ChunkPacer pacer) {
        TransactionSynchronizationManager.registerSynchronization(new WindowFence(pacer));
    }

    /** @throws WindowClosed which rolls back */
    @Override
    public void beforeCommit(boolean readOnly) {
        if (pacer.isOver()) {
            throw new WindowClosed();
        }
    }
}
