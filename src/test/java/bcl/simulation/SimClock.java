package bcl.simulation;

import java.time.Duration;
import java.time.Instant;

/** The time of a run: every point takes a little of it. */
final class SimClock {
    private final Duration step;
    private Instant now;
    private long nanos;

    SimClock(Instant start, Duration step) {
        this.now = start;
        this.step = step;
    }

    synchronized Instant now() {
        return now;
    }

    synchronized long nanos() {
        return nanos;
    }

    void pass() {
        advance(step);
    }

    synchronized void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** Does nothing if that has passed already. */
    synchronized void advanceTo(Instant instant) {
        if (instant.isAfter(now)) {
            advance(Duration.between(now, instant));
        }
    }

    /** Somebody sets the wall clock; monotonic time does not notice. */
    synchronized void jump(Duration by) {
        now = now.plus(by);
    }
}
