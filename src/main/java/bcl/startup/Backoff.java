package bcl.startup;

import java.time.Duration;

/** How long to wait before the next try: a second, then twice as long each time, up to half a minute. Belongs to one thread. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    public Duration next() {
        return next;
    }

    public void waited() {
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    /** From the beginning, since there was an answer. */
    public void reset() {
        next = FIRST;
    }
}
