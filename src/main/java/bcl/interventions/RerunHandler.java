package bcl.interventions;

import bcl.commands.EngineSettings;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.RerunRequest;
import bcl.commands.Session;
import bcl.jobs.NightReport;
import bcl.jobs.NightRun;
import bcl.jobs.RunWatch;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.Admission;
import bcl.night.ChunkPacer;
import bcl.shift.NightLines;
import bcl.shift.NightShift;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code rerun}. Refusals, rehearsals and reruns of finished files are not recorded: nothing was done. */
@Component
final class RerunHandler implements Handler<RerunRequest> {
    private final FileDesk desk;
    private final EngineSettings settings;
    private final RerunDesk reruns;
    private final NightRun night;
    private final NightShift shift;

    RerunHandler(FileDesk desk, EngineSettings settings, RerunDesk reruns, NightRun night, NightShift shift) {
        this.desk = desk;
        this.settings = settings;
        this.reruns = reruns;
        this.night = night;
        this.shift = shift;
    }

    @Override
    public Class<RerunRequest> handles() {
        return RerunRequest.class;
    }

    @Override
    public ExitCode handle(RerunRequest request, Session session) {
        LedgerFile file = desk.find(request.file());
        if (FileDesk.isFinished(file)) {
            return finished(file, session);
        }
        reruns.requireReady(file, request.now());
        if (request.rehearse()) {
            reruns.tell(file, session);
            session.out().println("This was a rehearsal; nothing was done");
            return ExitCode.DONE;
        }
        if (request.now()) {
            return now(request, file, session);
        }
        if (!reruns.record(file.id(), request, session)) {
            return finished(desk.stores().files().get(file.id()), session);
        }
        session.out().println("The running or the next night does it");
        return ExitCode.DONE;
    }

    private ExitCode finished(LedgerFile file, Session session) {
        session.err()
                .println(FileDesk.of(file) + ": nothing to do, it was " + desk.answer(file) + ". Its answer stands");
        return ExitCode.NOTHING_TO_DO;
    }

    private ExitCode now(RerunRequest request, LedgerFile file, Session session) {
        Admission admission = Admission.decide(desk.stores().clock().now(), settings.window(), false, Optional.empty());
        if (admission instanceof Admission.OutsideWindow outside) {
            session.err().println(NightLines.outside(outside) + ". Without --now the next night does it");
            return ExitCode.OUTSIDE_WINDOW;
        }
        return shift.run(new OneFileNow(request, file.id(), session), (Admission.Admitted) admission, session);
    }

    /** The file, and what waits before it in its stream. */
    private final class OneFileNow implements NightShift.Work {
        private final RerunRequest request;
        private final long file;
        private final Session session;
        private boolean recorded;

        OneFileNow(RerunRequest request, long file, Session session) {
            this.request = request;
            this.file = file;
            this.session = session;
        }

        @Override
        public Optional<String> overrideReason() {
            return Optional.empty();
        }

        @Override
        public NightReport run(long run, ChunkPacer pacer, RunWatch watch) throws InterruptedException {
            recorded = recorded || reruns.record(file, request, session);
            if (!recorded) {
                return new NightReport(); // another rerun or a night was faster
            }
            return night.runOnly(run, pacer, watch, file);
        }

        @Override
        public ExitCode tell(NightReport report, Session to) {
            report.failures().forEach(failure -> to.err().println("Failed: " + failure));
            LedgerFile now = desk.stores().files().get(file);
            if (!recorded) {
                return finished(now, to);
            }
            if (FileDesk.isFinished(now)) {
                to.out().println(FileDesk.of(now) + ": " + desk.answer(now));
                return ExitCode.DONE;
            }
            if (now.state() == FileState.HELD) {
                to.err().println("Held: " + now.holdReason());
                return ExitCode.FAILED;
            }
            to.err().println(FileDesk.of(now) + " is " + now.state() + " and has no answer yet");
            boolean stopped =
                    report.failures().isEmpty() && !report.stoppedBecause().isEmpty();
            return stopped ? ExitCode.STOPPED : ExitCode.FAILED;
        }
    }
}
