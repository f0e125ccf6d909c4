package bcl.simulation;

import bcl.night.NightClock;
import bcl.simulation.Point.Port;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** What one process of the engine may do outside: nothing any more once it was killed. */
final class Node implements NightClock {
    private static final Duration LONGER_THAN_A_WINDOW = Duration.ofHours(9);

    private final Points points;
    private final SimClock clock;
    private volatile CountDownLatch frozenOrEnded = new CountDownLatch(1);
    private final CountDownLatch thawed = new CountDownLatch(1);
    private volatile boolean frozen;
    private volatile Fault death = Fault.NONE;

    Node(Points points, SimClock clock) {
        this.points = points;
        this.clock = clock;
    }

    /** How it died; NONE while it lives. */
    Fault death() {
        return death;
    }

    boolean isDead() {
        return death != Fault.NONE;
    }

    /** Whether it stands still, or did. */
    boolean isFrozen() {
        return frozen;
    }

    /** Work begins; what is returned opens when it has ended, or the node stands still. */
    CountDownLatch begin() {
        frozenOrEnded = new CountDownLatch(1);
        return frozenOrEnded;
    }

    void ended() {
        frozenOrEnded.countDown();
    }

    void thaw() {
        thawed.countDown();
    }

    /** To be called before an act. @throws Crash if the node is dead, or is to die before the act */
    Fault before(Port port, String what, boolean changes) {
        return before(port, what, changes, () -> {});
    }

    /** @param half what is done of the act if the node dies in the middle of it */
    Fault before(Port port, String what, boolean changes, Runnable half) {
        requireAlive();
        Fault fault = points.next(port, what, changes);
        if (fault == Fault.FROZEN) {
            freeze();
            return Fault.NONE;
        }
        if (fault == Fault.SLOW) {
            clock.advance(LONGER_THAN_A_WINDOW);
            return Fault.NONE;
        }
        if (fault.isBefore()) {
            half.run();
            die(fault, what);
        }
        return fault;
    }

    /** To be called after an act that was done. @throws Crash if the node is to die now */
    void after(Fault fault, String what) {
        if (fault.kills()) {
            die(fault, what);
        }
    }

    /** Contacts were decided: a chunk was committed. */
    void decided(Instant begun) {
        points.decided(begun);
    }

    void requireAlive() {
        if (isDead()) {
            throw new Crash("dead already");
        }
    }

    private void die(Fault fault, String what) {
        death = fault;
        throw new Crash(what);
    }

    private void freeze() {
        frozen = true;
        frozenOrEnded.countDown();
        boolean interrupted = false;
        while (thawed.getCount() > 0) {
            try {
                thawed.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The time, for those who watch: it is no point. */
    Instant seen() {
        return clock.now();
    }

    @Override
    public Instant now() {
        before(Port.CLOCK, "now", false);
        return clock.now();
    }

    @Override
    public long nanos() {
        requireAlive();
        return clock.nanos();
    }
}
