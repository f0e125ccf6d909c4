package bcl.startup;

import bcl.commands.EngineException;
import bcl.commands.Session;
import bcl.ledger.Pause;
import bcl.night.NightClock;
import bcl.night.UkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a run waits for a database that went away: again and again, a little longer each time, while it may run at all. */
public final class Patience {
    /** What is told of it, by whoever waits. */
    public static final String TOLD =
            "The database does not answer, or its disk is full; what was committed stands. Trying again in ";

    /** How often a stop is looked for while waiting. */
    private static final Duration LOOK = Duration.ofMillis(200);
    /** For a run that has no end, by override without {@code --until}. */
    private static final Duration WITHOUT_END = Duration.ofMinutes(15);

    private final NightClock clock;
    private final Optional<Instant> ends;
    private final Pause pause;
    private final Session session;
    private final Backoff backoff = new Backoff();
    private boolean endless;
    private Instant givesUp;

    public Patience(NightClock clock, Optional<Instant> ends, Pause pause, Session session) {
        this.clock = clock;
        this.ends = ends;
        this.pause = pause;
        this.session = session;
        this.givesUp = clock.now().plus(WITHOUT_END);
    }

    /** For a service, which stays up until it is asked to end. */
    static Patience endless(NightClock clock, Pause pause, Session session) {
        Patience patience = new Patience(clock, Optional.empty(), pause, session);
        patience.endless = true;
        return patience;
    }

    /** The database has answered: if it goes away again, the waiting starts from the beginning. */
    public void answered() {
        backoff.reset();
        givesUp = clock.now().plus(WITHOUT_END);
    }

    /**
     * Waits before the next try, or until a stop is asked for.
     *
     * @throws EngineException if there is no time for another try
     */
    public void waitAfter(RuntimeException failure) throws InterruptedException {
        @Nullable Instant end = endless ? null : ends.orElse(givesUp);
        if (end != null && !clock.now().plus(backoff.next()).isBefore(end)) {
            throw new EngineException(
                    "The database does not answer, or its disk is full, and there is no time left to wait for it; what was"
                            + " committed stands. When it is back, start night again",
                    failure);
        }
        session.err()
                .println(TOLD + backoff.next().toSeconds() + " s"
                        + (end == null ? "" : ", until " + UkTime.readable(end)));
        long looks = Math.max(1, backoff.next().dividedBy(LOOK));
        for (long i = 0; i < looks && !session.stop().isRequested(); i++) {
            pause.pause(LOOK);
        }
        backoff.waited();
    }
}
