package bcl.jobs;

import bcl.night.ChunkPacer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.infrastructure.item.Chunk;

/** Tells the pacer how long chunks take. One a step, since the chunks of a step run one after the other. */
final class ChunkTimer<I, O> implements ChunkListener<I, O> {
    private final ChunkPacer pacer;
    private ChunkPacer.@Nullable Running running;

    ChunkTimer(ChunkPacer pacer) {
        this.pacer = pacer;
    }

    @Override
    public void beforeChunk(Chunk<I> chunk) {
        running = pacer.started();
    }

    @Override
    public void afterChunk(Chunk<O> chunk) {
        if (running != null) {
            running.close();
        }
    }
}
