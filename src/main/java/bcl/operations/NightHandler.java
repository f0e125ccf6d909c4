package bcl.operations;

import bcl.jobs.NightReport;
import bcl.jobs.NightRun;
import bcl.jobs.RunBroken;
import bcl.ledger.LeaseAttempt;
import bcl.ledger.NewRun;
import bcl.ledger.NightLease;
import bcl.night.Admission;
import bcl.night.ChunkPacer;
import bcl.night.UkTime;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** {@code night}: one run, from the question whether it may start to its exit code (docs/commands.md). */
@Component
final class NightHandler implements Handler<NightRequest> {
    private final NightDesk desk;
    private final NightRun night;
    private final NightLease lease;

    NightHandler(NightDesk desk, NightRun night, NightLease lease) {
        this.desk = desk;
        this.night = night;
        this.lease = lease;
    }

    @Override
    public Class<NightRequest> handles() {
        return NightRequest.class;
    }

    @Override
    public ExitCode handle(NightRequest request, Session session) {
        desk.checkClock();
        Instant now = desk.clock().now();
        Admission admission = Admission.decide(
                now, desk.settings().window(), request.overrideReason().isPresent(), request.until());
        if (admission instanceof Admission.OutsideWindow outside) {
            session.err()
                    .println("Outside the window: nothing was done. It opens at "
                            + UkTime.readable(outside.next().opens())
                            + ". To run now all the same: --override-window \"REASON\"");
            return ExitCode.OUTSIDE_WINDOW;
        }
        return admitted(request, (Admission.Admitted) admission, session);
    }

    private ExitCode admitted(NightRequest request, Admission.Admitted admitted, Session session) {
        try {
            LeaseAttempt attempt = lease.take();
            if (attempt instanceof LeaseAttempt.HeldBy held) {
                session.err().println(held.holder() + " is running this home's night; nothing was done");
                return ExitCode.BUSY;
            }
            long token = ((LeaseAttempt.Taken) attempt).token();
            try (Heartbeat beat = new Heartbeat(lease, token, desk.settings().lease(), session.stop())) {
                return run(request, admitted, token, session);
            } finally {
                lease.release(token);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.STOPPED;
        } catch (DataAccessException e) {
            throw new EngineException(
                    "The database does not answer; what was committed stands. When it is back, start night again", e);
        }
    }

    private ExitCode run(NightRequest request, Admission.Admitted admitted, long token, Session session)
            throws InterruptedException {
        NewRun start = desk.start(request, admitted);
        long run = desk.begin(start, request.overrideReason(), admitted.overridden());
        ExitCode code = ExitCode.FAILED;
        String detail = "failed";
        try {
            NightReport report = night.run(
                    run, new ChunkPacer(desk.clock(), admitted.ends(), session.stop()), desk.watch(run, lease, token));
            code = desk.tell(report, session);
            detail = report.answered().size() + " files answered";
            return code;
        } catch (RunBroken e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        } finally {
            desk.end(run, code, detail);
        }
    }
}
