package bcl.startup;

import bcl.commands.Engine;
import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.commands.HomeRequest;
import bcl.commands.NightRequest;
import bcl.commands.ServeRequest;
import bcl.commands.Session;
import bcl.jobs.RunBroken;
import bcl.ledger.Pause;
import bcl.night.Admission;
import bcl.night.NightClock;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens a home whose database may be away for a while. A service, and a night inside its window, wait for it, as they do for one
 * that goes away later; an operator who runs a night by override, or any other command, learns it at once.
 */
final class PatientOpener {
    private final Engine.Opener opener;
    private final Pause pause;

    PatientOpener(Engine.Opener opener, Pause pause) {
        this.opener = opener;
        this.pause = pause;
    }

    Engine open(HomeRequest request, EngineSettings settings, Session session) {
        Optional<Patience> waiting = patience(request, settings, session);
        if (waiting.isEmpty()) {
            return opener.open(settings);
        }
        Patience patience = waiting.get();
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

    private Optional<Patience> patience(HomeRequest request, EngineSettings settings, Session session) {
        return request instanceof ServeRequest
                ? Optional.of(Patience.endless(NightClock.system(), pause, session))
                : end(request, settings)
                        .map(end -> new Patience(NightClock.system(), Optional.of(end), pause, session));
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
