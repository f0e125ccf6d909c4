package bcl.jobs;

import java.util.function.ToLongFunction;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the watch of a run what each chunk came to, once it is committed. One a step. */
final class ChunkTold<I, O> implements ChunkListener<I, O> {
    private final RunWatch watch;
    private final ToLongFunction<Chunk<O>> contacts;
    private final ToLongFunction<Chunk<O>> bytes;

    /** @param bytes asked once a chunk, in their order */
    ChunkTold(RunWatch watch, ToLongFunction<Chunk<O>> contacts, ToLongFunction<Chunk<O>> bytes) {
        this.watch = watch;
        this.contacts = contacts;
        this.bytes = bytes;
    }

    @Override
    public void afterChunk(Chunk<O> chunk) {
        if (chunk.isEmpty()) {
            return;
        }
        long decided = contacts.applyAsLong(chunk);
        long read = bytes.applyAsLong(chunk);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                watch.decided(decided, read);
            }
        });
    }
}
