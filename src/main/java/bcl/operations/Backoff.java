package bcl.operations;

import java.time.Duration;

/** How long to wait before the next try: a second, then twice as long each time, up to half a minute. Belongs to one thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    Duration next() {
        return next;
    }

    void waited() {
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    /** From the beginning, since there was an answer. */
    void reset() {
        next = FIRST;
    }
}
