package bcl.shift;

import bcl.commands.TakenOver;
import bcl.night.NightClock;
import bcl.night.Window;
import bcl.night.WindowSettings;
import bcl.startup.Backoff;
import bcl.startup.Patience;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the nights by the clock, at each look anew from the two instants between which the window is open: nothing is triggered by
 * a local time, so that no change of the clocks can skip a night or run it twice, and a service that was down when the window
 * opened begins when it is up. Belongs to one thread.
 */
public final class NightWatch {
    /** How soon what a pass left undone is tried again, if nothing changes before. */
    static final Duration RETRY = Duration.ofMinutes(1);

    /** How soon after a pass that failed the next one may begin. */
    static final Duration RECOVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);

    private final NightClock clock;
    private final WindowSettings settings;
    private final Duty duty;
    private @Nullable Window onDuty;
    private @Nullable String done;
    private final Backoff backoff = new Backoff();
    private @Nullable Long failedAt;
    private Duration recovery = RECOVERY;
    private long passedAt;

    NightWatch(NightClock clock, WindowSettings settings, Duty duty) {
        this.clock = clock;
        this.settings = settings;
        this.duty = duty;
    }

    /** The night's work, as this process can do it. Any of it may throw when the database is away. */
    interface Duty {
        /** Takes the lease; false if another process has it. */
        boolean takeUp(Window window);

        /** False when another has taken over. */
        boolean isOurs();

        /** A text that changes when there is something new to do. */
        String mark();

        /** Whether a file waits for anything but an operator. */
        boolean isWorkLeft();

        /** Whether the last pass was stopped before its work was done. */
        boolean isInterrupted();

        /** Does all that can be done now, until nothing is left or the window closes. */
        void pass(Window window) throws InterruptedException;

        /** Gives the lease back; does not throw. */
        void layDown(Window window);
    }

    /** One look at the clock, and the work that is due; to be called every second or so. */
    public void look() throws InterruptedException {
        try {
            Optional<Window> open = Window.containing(clock.now(), settings);
            endDuty(open);
            if (open.isPresent() && !isRecovering()) {
                work(open.get());
            }
        } catch (RuntimeException e) {
            // Whatever it is, the service stays up: the next look tries again.
            failed(e);
        }
    }

    /** While the database is away the duty is kept: when it is back, and nobody has taken over, the work goes on. */
    private void failed(RuntimeException e) {
        LOG.debug("Failed", e);
        failedAt = clock.nanos();
        recovery = backoff.next();
        backoff.waited();
        if (RecordedRuns.isDatabaseAway(e)) {
            LOG.warn("{}{} s", Patience.TOLD, recovery.toSeconds());
            return;
        }
        recovery = recovery.compareTo(RECOVERY) < 0 ? RECOVERY : recovery;
        if (e instanceof TakenOver) {
            LOG.warn("Another process has taken over this home's night; this one commits nothing more, and stands by");
        } else {
            LOG.error(
                    "The night cannot go on, and is tried again in {} s: {}",
                    recovery.toSeconds(),
                    RecordedRuns.told(e));
        }
        layDown();
    }

    /** Whether the window is open and the night not done, as far as it waits for no operator. */
    public boolean isWorkLeft() {
        return Window.containing(clock.now(), settings).isPresent() && (duty.isInterrupted() || duty.isWorkLeft());
    }

    /** Ends the duty if there is one, such as when the service ends. */
    public void layDown() {
        Window window = onDuty;
        onDuty = null;
        if (window != null) {
            duty.layDown(window);
        }
    }

    private void endDuty(Optional<Window> open) {
        if (onDuty != null && (!Optional.of(onDuty).equals(open) || !duty.isOurs())) {
            layDown();
        }
    }

    private void work(Window window) throws InterruptedException {
        if (onDuty == null) {
            if (!duty.takeUp(window)) {
                return;
            }
            onDuty = window;
            done = null;
        }
        String mark = duty.mark();
        if (!mark.equals(done) || (clock.nanos() - passedAt >= RETRY.toNanos() && duty.isWorkLeft())) {
            duty.pass(window);
            failedAt = null;
            backoff.reset();
            String after = duty.mark();
            // With work left the pass itself may have made it possible: then one more shows that nothing goes on.
            done = duty.isWorkLeft() ? mark : after;
            passedAt = clock.nanos();
        }
    }

    private boolean isRecovering() {
        return failedAt != null && clock.nanos() - failedAt < recovery.toNanos();
    }
}
