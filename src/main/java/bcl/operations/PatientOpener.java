package bcl.operations;

import bcl.jobs.RunBroken;
import bcl.ledger.Pause;
import bcl.night.Admission;
import bcl.night.NightClock;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens a home whose database may be away for a while. A night inside its window waits for it, as it does for one that goes away
 * later; an operator who runs one by override, or any other command, learns it at once.
 */
final class PatientOpener {
    private final Engine.Opener opener;
    private final Pause pause;

    PatientOpener(Engine.Opener opener, Pause pause) {
        this.opener = opener;
        this.pause = pause;
    }

    Engine open(HomeRequest request, EngineSettings settings, Session session) {
        Optional<Instant> until = end(request, settings);
        if (until.isEmpty()) {
            return opener.open(settings);
        }
        Patience patience = new Patience(NightClock.system(), until, pause, session);
        while (true) {
            try {
                return opener.open(settings);
            } catch (EngineException e) {
                if (!RunBroken.isDatabaseAway(e) || session.stop().isRequested()) {
                    throw e;
                }
                waitAfter(e, patience);
            }
        }
    }

    private static Optional<Instant> end(HomeRequest request, EngineSettings settings) {
        if (request instanceof NightRequest night && night.overrideReason().isEmpty()) {
            Admission admission = Admission.decide(NightClock.system().now(), settings.window(), false, night.until());
            return admission instanceof Admission.Admitted admitted ? admitted.ends() : Optional.empty();
        }
        return Optional.empty();
    }

    private static void waitAfter(EngineException failure, Patience patience) {
        try {
            patience.waitAfter(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
