package bcl.shift;

import bcl.commands.ExitCode;
import bcl.commands.ProgressBar;
import bcl.commands.Session;
import bcl.jobs.NightReport;
import bcl.jobs.NightRun;
import bcl.ledger.LeaseAttempt;
import bcl.ledger.NewRun;
import bcl.ledger.NightLease;
import bcl.night.ChunkPacer;
import bcl.night.StopRequest;
import bcl.night.UkTime;
import bcl.night.Window;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The nights of a service, on this process's engine. Belongs to one thread, but for what health asks. */
final class NightDuty implements NightWatch.Duty {
    private static final Logger LOG = LoggerFactory.getLogger(NightDuty.class);

    private final NightDesk desk;
    private final NightLease lease;
    private final Means means;
    private final Session session;
    private final RecordedRuns runs;
    private @Nullable Held held;
    private String standsBehind = "";
    private volatile boolean interrupted;

    /** The lease while we have it; {@code stop} is requested when another takes over, or the service ends. */
    private record Held(long token, Heartbeat beat, StopRequest stop) {}

    /** What a night is made with. */
    record Means(NightRun night, Forecasts forecasts, EvidenceDesk evidence) {}

    NightDuty(NightDesk desk, NightLease lease, Means means, Session session) {
        this.desk = desk;
        this.lease = lease;
        this.means = means;
        this.session = session;
        this.runs = new RecordedRuns(desk, session.user());
    }

    @Override
    public boolean takeUp(Window window) {
        desk.checkClock();
        LeaseAttempt attempt = lease.tryTake();
        if (attempt instanceof LeaseAttempt.HeldBy other) {
            if (!standsBehind.equals(other.holder())) {
                LOG.info("{} runs the night; this process stands by", other.holder());
            }
            standsBehind = other.holder();
            return false;
        }
        standsBehind = "";
        long token = ((LeaseAttempt.Taken) attempt).token();
        StopRequest stop = session.stop().narrower();
        held = new Held(token, new Heartbeat(lease, token, desk.settings().lease(), stop), stop);
        try {
            LOG.info(
                    "The night begins: the window is open until {}; {}",
                    UkTime.readable(window.closes()),
                    means.forecasts().now().line());
        } catch (RuntimeException e) {
            // Whoever called does not know that the night is ours, and the heart would beat for ever.
            layDown(window);
            throw e;
        }
        return true;
    }

    @Override
    public boolean isOurs() {
        return held != null && !held.stop().isRequested();
    }

    @Override
    public String mark() {
        return means.forecasts().mark();
    }

    @Override
    public boolean isWorkLeft() {
        return means.forecasts().isWorkLeft();
    }

    @Override
    public void pass(Window window) throws InterruptedException {
        Held mine = held;
        if (mine == null) {
            throw new IllegalStateException("the night is not ours");
        }
        means.forecasts().announce();
        NewRun start = new NewRun(
                "serve", lease.holder(), desk.clock().now(), window.opens(), window.closes(), null, ProgramId.get());
        runs.make(start, lease, mine.token(), run -> ended(run, mine, window));
    }

    private RecordedRuns.Ended ended(long run, Held mine, Window window) throws InterruptedException {
        NightReport report;
        try (ProgressBar bar = ProgressBar.reckoned("contacts", session)) {
            ChunkPacer pacer = new ChunkPacer(desk.clock(), Optional.of(window.closes()), mine.stop());
            report = means.night().run(run, pacer, desk.watch(run, lease, mine.token(), bar));
        }
        ExitCode code = means.evidence().seal(desk.tell(report, session), session);
        interrupted = code == ExitCode.STOPPED;
        String detail = report.answered().size() + " files answered";
        LOG.info(
                "Run {} ended with {}: {}; {}",
                run,
                code.code(),
                detail,
                means.forecasts().now().line());
        return new RecordedRuns.Ended(code, NightLines.outcome(report));
    }

    @Override
    public boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public void layDown(Window window) {
        Held mine = held;
        held = null;
        if (mine == null) {
            return;
        }
        mine.beat().close();
        try {
            lease.release(mine.token());
            LOG.info("This process has laid the night down");
        } catch (DataAccessException e) {
            LOG.warn(
                    "The lease could not be given back, and runs out by itself: {}",
                    e.getClass().getSimpleName());
        }
    }
}
