package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Part;
import bcl.ledger.Worked;
import bcl.night.ChunkPacer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Gives small files and large files their turns, and measures how fast they go. Belongs to the thread of the run. */
final class Lanes {
    private final Stores stores;
    private final SmallFiles small;
    private final LargeFiles large;
    private final Duration turn;
    private final RunWatch watch;

    Lanes(Stores stores, SmallFiles small, LargeFiles large, Duration turn, RunWatch watch) {
        this.stores = stores;
        this.small = small;
        this.large = large;
        this.turn = turn;
        this.watch = watch;
    }

    /** What does not get done within the turn stays as it is. */
    void small(List<LedgerFile> files, ChunkPacer pacer, Turns turns, NightReport report) {
        int before = report.answered().size();
        long from = stores.clock().nanos();
        small.run(files, pacer.turn(turn), turns);
        tell(report.workedSmall(report.answered().size() - before, since(from)));
    }

    /** What does not get done within the turn is gone on with in the file's next one. */
    void large(LedgerFile file, ChunkPacer pacer, Turns turns, NightReport report) {
        long before = decided(file);
        long from = stores.clock().nanos();
        large.run(file, pacer.turn(turn), turns);
        tell(report.workedLarge(Math.max(0, decided(file) - before), since(from)));
    }

    /** @param waiting files of which nothing is done yet */
    void tellLeft(List<LedgerFile> begun, Collection<? extends Collection<LedgerFile>> waiting) {
        watch.left(() -> Stream.concat(
                        begun.stream().map(this::bytesLeft),
                        waiting.stream().flatMap(Collection::stream).map(LedgerFile::size))
                .mapToLong(Long::longValue)
                .sum());
    }

    int pauseOpen() {
        return large.pauseOpen();
    }

    private void tell(Worked soFar) {
        watch.worked(soFar);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(stores.clock().nanos() - nanos);
    }

    private long decided(LedgerFile file) {
        return sum(file, part -> part.nextGroup() - part.firstGroup());
    }

    private long bytesLeft(LedgerFile file) {
        return file.size() - sum(file, part -> part.nextOffset() - part.startOffset());
    }

    private long sum(LedgerFile file, ToLongFunction<Part> done) {
        return stores.parts().of(file.id()).stream()
                .filter(part -> part.kind() == Part.Kind.PLAIN)
                .mapToLong(done)
                .sum();
    }
}
