package bcl.shift;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.NightRequest;
import bcl.commands.Session;
import bcl.jobs.NightReport;
import bcl.jobs.NightRun;
import bcl.jobs.RunWatch;
import bcl.night.Admission;
import bcl.night.ChunkPacer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code night}: one run, from the question whether it may start to its exit code (docs/commands.md). */
@Component
final class NightHandler implements Handler<NightRequest> {
    private final NightDesk desk;
    private final NightRun night;
    private final NightShift shift;

    NightHandler(NightDesk desk, NightRun night, NightShift shift) {
        this.desk = desk;
        this.night = night;
        this.shift = shift;
    }

    @Override
    public Class<NightRequest> handles() {
        return NightRequest.class;
    }

    @Override
    public ExitCode handle(NightRequest request, Session session) {
        Admission admission = Admission.decide(
                desk.clock().now(),
                desk.settings().window(),
                request.overrideReason().isPresent(),
                request.until());
        if (admission instanceof Admission.OutsideWindow outside) {
            session.err()
                    .println(NightLines.outside(outside) + ". To run now all the same: --override-window \"REASON\"");
            return ExitCode.OUTSIDE_WINDOW;
        }
        return shift.run(new WholeNight(request), (Admission.Admitted) admission, session);
    }

    /** All that is left to do on the home. */
    private final class WholeNight implements NightShift.Work {
        private final NightRequest request;

        WholeNight(NightRequest request) {
            this.request = request;
        }

        @Override
        public Optional<String> overrideReason() {
            return request.overrideReason();
        }

        @Override
        public NightReport run(long run, ChunkPacer pacer, RunWatch watch) throws InterruptedException {
            return night.run(run, pacer, watch);
        }

        @Override
        public ExitCode tell(NightReport report, Session session) {
            return desk.tell(report, session);
        }
    }
}
