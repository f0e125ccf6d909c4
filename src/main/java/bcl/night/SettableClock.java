package bcl.night;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved, so that whole nights can be walked through without waiting. Thread-safe. */
public final class SettableClock implements NightClock {
    private Instant now;
    private long nanos;

    public SettableClock(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    /** Time passes: wall clock and monotonic time alike. */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "Time does not pass backwards; use jumpTo for a wall clock that is set: " + duration);
        }
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** Somebody sets the wall clock, forwards or backwards; monotonic time does not notice. */
    public synchronized void jumpTo(Instant instant) {
        now = instant;
    }
}
