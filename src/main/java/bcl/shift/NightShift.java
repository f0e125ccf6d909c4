package bcl.shift;

import bcl.commands.ExitCode;
import bcl.commands.ProgressBar;
import bcl.commands.Session;
import bcl.jobs.NightReport;
import bcl.jobs.RunBroken;
import bcl.jobs.RunWatch;
import bcl.ledger.LeaseAttempt;
import bcl.ledger.NewRun;
import bcl.ledger.NightLease;
import bcl.ledger.Pause;
import bcl.night.Admission;
import bcl.night.ChunkPacer;
import bcl.startup.Patience;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Runs what only one process at a time may do on a home: under the lease, with its heartbeat and its record. A database that goes
 * away is waited for while there is time, and the work goes on from the last commit when it is back.
 */
@Component
public final class NightShift {
    private static final Logger LOG = LoggerFactory.getLogger(NightShift.class);

    private final NightDesk desk;
    private final NightLease lease;
    private final EvidenceDesk evidence;
    private final Pause pause;
    private final HomeCheck check;

    NightShift(NightDesk desk, NightLease lease, EvidenceDesk evidence, Pause pause, HomeCheck check) {
        this.check = check;
        this.desk = desk;
        this.lease = lease;
        this.evidence = evidence;
        this.pause = pause;
    }

    /** What is done under the lease. After a database was away it is asked again, as a new run. */
    public interface Work {
        /** Why it may run outside the window; empty if it need not. */
        Optional<String> overrideReason();

        NightReport run(long run, ChunkPacer pacer, RunWatch watch) throws InterruptedException;

        ExitCode tell(NightReport report, Session session);
    }

    public ExitCode run(Work work, Admission.Admitted admitted, Session session) {
        Patience patience = new Patience(desk.clock(), admitted.ends(), pause, session);
        Attempt attempt = new Attempt(work, admitted, session);
        try {
            while (true) {
                try {
                    return attempt.make(patience);
                } catch (RunBroken | DataAccessException | TransactionException e) {
                    if (!RecordedRuns.isDatabaseAway(e)) {
                        throw e;
                    }
                    patience.waitAfter(e);
                }
                if (session.stop().isRequested()) {
                    return ExitCode.STOPPED;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.STOPPED;
        }
    }

    /** Tries of one work. */
    private final class Attempt {
        private final Work work;
        private final Admission.Admitted admitted;
        private final Session session;
        private final RecordedRuns runs;

        Attempt(Work work, Admission.Admitted admitted, Session session) {
            this.work = work;
            this.admitted = admitted;
            this.session = session;
            this.runs = new RecordedRuns(desk, session.user());
        }

        ExitCode make(Patience patience) throws InterruptedException {
            desk.checkClock();
            check.beforeWork();
            LeaseAttempt attempt = lease.take();
            if (attempt instanceof LeaseAttempt.HeldBy held) {
                session.err()
                        .println(held.holder() + " is running this home's night; "
                                + (runs.isLost() ? "it goes on with what is left" : "nothing was done"));
                return ExitCode.BUSY;
            }
            patience.answered();
            long token = ((LeaseAttempt.Taken) attempt).token();
            try (Heartbeat beat = new Heartbeat(lease, token, desk.settings().lease(), session.stop())) {
                NewRun start = desk.start(lease.holder(), work.overrideReason(), admitted);
                return runs.make(start, lease, token, run -> ended(run, token)).code();
            } finally {
                release(token);
            }
        }

        private RecordedRuns.Ended ended(long run, long token) throws InterruptedException {
            NightReport report;
            try (ProgressBar bar = ProgressBar.reckoned("contacts", session)) {
                ChunkPacer pacer = new ChunkPacer(desk.clock(), admitted.ends(), session.stop());
                report = work.run(run, pacer, desk.watch(run, lease, token, bar));
            }
            return new RecordedRuns.Ended(
                    evidence.seal(work.tell(report, session), session), NightLines.outcome(report));
        }

        /** One that cannot be given back runs out by itself. */
        private void release(long token) {
            try {
                lease.release(token);
            } catch (DataAccessException e) {
                LOG.debug("The lease could not be given back", e);
            }
        }
    }
}
