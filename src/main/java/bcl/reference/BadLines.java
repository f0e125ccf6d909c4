package bcl.reference;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The bad lines of one file: all are counted, and the first ones by line number are named, however many there are and in
 * whatever order they are found. All problems of a line are added one after the other. For one thread at a time.
 */
final class BadLines {
    /** A file of 25 million bad lines must not fill the memory or the operator's screen. */
    static final int NAMED = 1000;

    private static final Comparator<BadLine> LAST_FIRST =
            Comparator.comparingLong(BadLine::line).reversed();

    private final PriorityQueue<BadLine> named = new PriorityQueue<>(LAST_FIRST);
    private long count;
    private long last;

    void add(long line, @Nullable String column, String problem) {
        if (line != last) {
            last = line;
            count++;
        }
        keep(new BadLine(line, column, problem));
    }

    void addAll(BadLines others) {
        count += others.count;
        others.named.forEach(this::keep);
    }

    private void keep(BadLine bad) {
        BadLine highest = named.peek();
        if (named.size() < NAMED) {
            named.add(bad);
        } else if (highest != null && bad.line() < highest.line()) {
            named.poll();
            named.add(bad);
        }
    }

    /** How many lines are bad, whether named or not. */
    long count() {
        return count;
    }

    List<BadLine> named() {
        return named.stream()
                .sorted(Comparator.comparingLong(BadLine::line)
                        .thenComparing(bad -> bad.column() == null ? "" : bad.column()))
                .toList();
    }
}
