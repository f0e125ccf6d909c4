package bcl.shift;

import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.TakenOver;
import bcl.commands.UsageException;
import bcl.jobs.RunBroken;
import bcl.ledger.NewRun;
import bcl.ledger.NightLease;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs with their records. One that a lost database left without an end is ended by the next. Belongs to one thread. */
final class RecordedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedRuns.class);

    private final NightDesk desk;
    private final String user;
    private @Nullable Long lost;

    /** @param user who is recorded as having it run */
    RecordedRuns(NightDesk desk, String user) {
        this.desk = desk;
        this.user = user;
    }

    /** How a run ended. */
    record Ended(ExitCode code, String detail) {}

    /** What is done in a run, by its number. */
    interface Work {
        Ended run(long run) throws InterruptedException;
    }

    /** Whether a run lost the database and none has gone on since. */
    boolean isLost() {
        return lost != null;
    }

    /**
     * Only while the lease is held.
     *
     * @throws TakenOver if it is another's by now
     * @throws RuntimeException of the work, with the run ended in the ledger unless the database is away
     */
    Ended make(NewRun start, NightLease lease, long token, Work work) throws InterruptedException {
        if (lost != null) {
            desk.abandon(lost, "the database went away; tried again by the next run");
        }
        long run = desk.begin(start, user, lease, token);
        lost = run;
        try {
            Ended ended = work.run(run);
            desk.end(run, ended.code(), ended.detail());
            lost = null;
            return ended;
        } catch (RuntimeException e) {
            if (isDatabaseAway(e)) {
                throw e;
            }
            fail(run, e);
            lost = null;
            throw e instanceof RunBroken ? new TakenOver(e) : e;
        }
    }

    /** What made a run end before its time: no value of a row, which messages of libraries may quote. */
    static String told(RuntimeException e) {
        return e instanceof EngineException || e instanceof UsageException
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    /** Whether it is worth to wait and to try again. */
    static boolean isDatabaseAway(RuntimeException e) {
        return e instanceof RunBroken broken ? broken.isDatabaseAway() : RunBroken.isWorthWaiting(e);
    }

    private void fail(long run, RuntimeException e) {
        try {
            if (e instanceof RunBroken) {
                desk.abandon(run, "another run took over");
            } else {
                desk.end(run, ExitCode.FAILED, NightLines.outcome(0, List.of("the run itself: " + told(e))));
            }
        } catch (RuntimeException unrecorded) {
            // The next run buries it; what broke the run itself must not be hidden by this.
            LOG.warn(
                    "The end of run {} could not be recorded: {}",
                    run,
                    unrecorded.getClass().getSimpleName());
        }
    }
}
