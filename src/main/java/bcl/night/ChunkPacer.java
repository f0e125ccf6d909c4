package bcl.night;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers between chunks whether another may start, so that none is running when the window closes: it needs the time of the
 * longest of the recent chunks, and half of it again. One that takes longer still finds at its end that the night is over.
 * Thread-safe; one for a run, for all its workers.
 */
public final class ChunkPacer {
    /** What a chunk is taken to need while none has been measured. */
    static final Duration FIRST_GUESS = ChunkTimes.FIRST_GUESS;

    private static final Pace GO = new Pace.Go();

    private final NightClock clock;
    private final StopRequest stop;
    private final Optional<Instant> ends;
    private final long startNanos;
    private final Duration wholeTime;
    private volatile boolean hasWorked;
    private final ChunkTimes times;
    private final long turnNanos;

    /**
     * Starts the count of time now.
     *
     * @param ends the first moment at which no chunk may be running; empty for no end
     */
    public ChunkPacer(NightClock clock, Optional<Instant> ends, StopRequest stop) {
        this.clock = clock;
        this.stop = stop;
        this.ends = ends;
        times = new ChunkTimes();
        turnNanos = Long.MAX_VALUE;
        startNanos = clock.nanos();
        wholeTime = ends.map(end -> Duration.between(clock.now(), end)).orElse(Duration.ZERO);
    }

    private ChunkPacer(ChunkPacer whole, Duration turn) {
        clock = whole.clock;
        stop = whole.stop;
        ends = whole.ends;
        times = whole.times;
        turnNanos = turn.toNanos();
        startNanos = clock.nanos();
        wholeTime = whole.wholeTime.minusNanos(startNanos - whole.startNanos);
    }

    /**
     * The same night, for one that gives way to others after so much time; the turn begins now. It is not over before its first
     * chunk is done: where getting ready takes longer than a turn, nobody would ever come to a chunk.
     */
    public ChunkPacer turn(Duration length) {
        return new ChunkPacer(this, length);
    }

    public Pace mayStart() {
        if (stop.isRequested()) {
            return new Pace.Stop(Pace.StopReason.STOP_REQUESTED);
        }
        if (hasWorked && clock.nanos() - startNanos >= turnNanos) {
            return new Pace.Stop(Pace.StopReason.TURN_OVER);
        }
        if (ends.isEmpty()) {
            return GO;
        }
        Duration left = left(ends.get());
        if (isOver(left)) {
            return new Pace.Stop(Pace.StopReason.WINDOW_END);
        }
        return left.compareTo(times.needed()) >= 0 ? GO : new Pace.Stop(Pace.StopReason.TOO_LITTLE_TIME);
    }

    /** Whether the end has come, whatever {@link #mayStart()} expected: nothing may be committed any more. */
    public boolean isOver() {
        return ends.isPresent() && isOver(left(ends.get()));
    }

    private static boolean isOver(Duration left) {
        return left.isNegative() || left.isZero();
    }

    /** A chunk starts now; its time is taken when what is returned is closed, on whichever thread. */
    public Running started() {
        long from = clock.nanos();
        return () -> took(Duration.ofNanos(clock.nanos() - from));
    }

    /** A chunk took so long, by monotonic time. */
    public void took(Duration duration) {
        times.took(duration);
        hasWorked = true;
    }

    /** A chunk that is being timed. */
    @FunctionalInterface
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /** By the wall clock and by monotonic time, whichever is less: a clock that is set back must not stretch the night. */
    private Duration left(Instant end) {
        Duration byWallClock = Duration.between(clock.now(), end);
        Duration byMonotonic = wholeTime.minusNanos(clock.nanos() - startNanos);
        return byWallClock.compareTo(byMonotonic) < 0 ? byWallClock : byMonotonic;
    }
}
