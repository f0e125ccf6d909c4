package bcl.night;

import java.time.Duration;

/** How long the recent chunks of a run took. Thread-safe. */
final class ChunkTimes {
    static final Duration FIRST_GUESS = Duration.ofSeconds(2);

    private static final int REMEMBERED = 32;

    private final long[] recent = new long[REMEMBERED];
    private long measured;

    synchronized void took(Duration duration) {
        recent[(int) (measured % REMEMBERED)] = duration.toNanos();
        measured++;
    }

    /** What the next one is taken to need: the longest of them, and half of it again. */
    synchronized Duration needed() {
        if (measured == 0) {
            return FIRST_GUESS;
        }
        long longest = 0;
        for (long nanos : recent) {
            longest = Math.max(longest, nanos);
        }
        return Duration.ofNanos(longest + longest / 2);
    }
}
