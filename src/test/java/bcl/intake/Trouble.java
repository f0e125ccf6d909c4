package bcl.intake;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.TransientDataAccessResourceException;

/** Counts every act on disk and database, and lets trouble happen at one of them. */
final class Trouble {
    enum Kind {
        NONE,
        /** kill -9 just before the act. */
        KILLED_BEFORE,
        /** kill -9 just after the act. */
        KILLED_AFTER,
        /** The act fails, and the process lives. */
        FAILS,
        /** The act is done, but its caller is told that it failed. */
        ANSWER_LOST
    }

    private final Kind kind;
    private final int at;
    private final AtomicInteger acts = new AtomicInteger();
    private volatile boolean dead;

    Trouble(Kind kind, int at) {
        this.kind = kind;
        this.at = at;
    }

    static Trouble none() {
        return new Trouble(Kind.NONE, 0);
    }

    /** Whether it came so far. */
    boolean happened() {
        return acts.get() >= at;
    }

    int acts() {
        return acts.get();
    }

    <T> T onDisk(Act<T> act) throws IOException {
        boolean now = begin();
        if (now && kind == Kind.FAILS) {
            throw new IOException("No space left on device");
        }
        T result = act.run();
        end(now);
        if (now && kind == Kind.ANSWER_LOST) {
            throw new IOException("Input/output error");
        }
        return result;
    }

    void onDatabase(Runnable act) {
        boolean now = begin();
        if (now && kind == Kind.FAILS) {
            throw new TransientDataAccessResourceException("database is away");
        }
        act.run();
        end(now);
        if (now && kind == Kind.ANSWER_LOST) {
            throw new TransientDataAccessResourceException("connection lost");
        }
    }

    boolean killsHalfWay() {
        return kind == Kind.KILLED_BEFORE && acts.get() + 1 == at;
    }

    private boolean begin() {
        boolean now = acts.incrementAndGet() == at;
        if (dead || (now && kind == Kind.KILLED_BEFORE)) {
            dead = true;
            throw new Killed("before act " + at);
        }
        return now;
    }

    private void end(boolean now) {
        if (now && kind == Kind.KILLED_AFTER) {
            dead = true;
            throw new Killed("after act " + at);
        }
    }

    @FunctionalInterface
    interface Act<T> {
        T run() throws IOException;
    }
}
