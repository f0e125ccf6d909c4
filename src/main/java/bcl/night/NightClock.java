package bcl.night;

import java.time.Instant;

/** Where the engine's time comes from; nothing else may ask the machine for it. Implementations are thread-safe. */
@FunctionalInterface
public interface NightClock {
    /** Wall clock time. It may jump: what lasted how long is told by {@link #nanos()}. */
    Instant now();

    /** Monotonic time in nanoseconds from an arbitrary origin; only differences mean something. */
    default long nanos() {
        return System.nanoTime();
    }

    static NightClock system() {
        return Instant::now;
    }
}
