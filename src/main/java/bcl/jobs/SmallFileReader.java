package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import bcl.night.Pace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Gives the files of a queue one by one, until it is empty or no chunk may start any more. Those that come next are read and
 * assessed meanwhile, by other threads: the database works on one chunk while the next is made ready. A file leaves the queue
 * when it is given, so that what was merely read ahead is still in it.
 */
final class SmallFileReader implements ItemReader<SmallFileReader.Ahead> {
    private final Deque<LedgerFile> queue;
    private final ChunkPacer pacer;
    private final Function<LedgerFile, CompletableFuture<SmallFile>> read;
    private final int most;
    private final Iterator<LedgerFile> next;
    private final Deque<Ahead> ahead = new ArrayDeque<>();

    /**
     * A reader for one step.
     *
     * @param read begins to read and assess a file
     * @param most files that are read ahead
     */
    SmallFileReader(
            Deque<LedgerFile> queue,
            ChunkPacer pacer,
            Function<LedgerFile, CompletableFuture<SmallFile>> read,
            int most) {
        this.queue = queue;
        this.pacer = pacer;
        this.read = read;
        this.most = most;
        this.next = List.copyOf(queue).iterator();
    }

    /** A file that is being read and assessed. */
    record Ahead(CompletableFuture<SmallFile> file) {}

    @Override
    public @Nullable Ahead read() {
        if (!(pacer.mayStart() instanceof Pace.Go)) {
            return null;
        }
        while (ahead.size() < most && next.hasNext()) {
            ahead.add(new Ahead(read.apply(next.next())));
        }
        queue.poll();
        return ahead.poll();
    }
}
