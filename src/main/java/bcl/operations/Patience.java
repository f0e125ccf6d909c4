package bcl.operations;

import bcl.ledger.Pause;
import bcl.night.NightClock;
import bcl.night.UkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a run waits for a database that went away: again and again, a little longer each time, while it may run at all. */
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** How often a stop is looked for while waiting. */
    private static final Duration LOOK = Duration.ofMillis(200);
    /** For a run that has no end, by override without {@code --until}. */
    private static final Duration WITHOUT_END = Duration.ofMinutes(15);

    private final NightClock clock;
    private final Optional<Instant> ends;
    private final Pause pause;
    private final Session session;
    private Duration next = FIRST;
    private Instant givesUp;

    Patience(NightClock clock, Optional<Instant> ends, Pause pause, Session session) {
        this.clock = clock;
        this.ends = ends;
        this.pause = pause;
        this.session = session;
        this.givesUp = clock.now().plus(WITHOUT_END);
    }

    /** The database has answered: if it goes away again, the waiting starts from the beginning. */
    void answered() {
        next = FIRST;
        givesUp = clock.now().plus(WITHOUT_END);
    }

    /**
     * Waits before the next try, or until a stop is asked for.
     *
     * @throws EngineException if there is no time for another try
     */
    void waitAfter(RuntimeException failure) throws InterruptedException {
        Instant end = ends.orElse(givesUp);
        Instant now = clock.now();
        if (!now.plus(next).isBefore(end)) {
            throw new EngineException(
                    "The database does not answer, or its disk is full, and there is no time left to wait for it; what was committed stands. "
                            + "When it is back, start night again",
                    failure);
        }
        session.err()
                .println(
                        "The database does not answer, or its disk is full; what was committed stands. Trying again in "
                                + next.toSeconds() + " s, until " + UkTime.readable(end));
        long looks = Math.max(1, next.dividedBy(LOOK));
        for (long i = 0; i < looks && !session.stop().isRequested(); i++) {
            pause.pause(LOOK);
        }
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }
}
