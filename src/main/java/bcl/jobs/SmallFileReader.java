package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import bcl.night.Pace;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Gives the files of a queue one by one, until it is empty or no chunk may start any more. */
final class SmallFileReader implements ItemReader<LedgerFile> {
    private final Deque<LedgerFile> queue;
    private final ChunkPacer pacer;

    SmallFileReader(Deque<LedgerFile> queue, ChunkPacer pacer) {
        this.queue = queue;
        this.pacer = pacer;
    }

    @Override
    public @Nullable LedgerFile read() {
        return pacer.mayStart() instanceof Pace.Go ? queue.poll() : null;
    }
}
