package bcl.startup;

import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.GenerateRequest;
import bcl.commands.ProgressBar;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.generate.Generated;
import bcl.generate.Generator;
import bcl.generate.Recipe;
import bcl.night.NightClock;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Carries out {@code generate}. */
final class Generation {
    /** Beyond the quiet period and the time after which a file without trailer is taken. */
    private static final Duration AGE = Duration.ofHours(2);

    private Generation() {}

    static ExitCode run(GenerateRequest request, Session session) {
        try {
            Generated made = generate(request, session);
            session.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d organisations, %,d meter points; %,d files (%,d to be rejected whole), %,d contacts"
                                    + " (%,d with a fault), %,d records, %,d bytes%n",
                            request.out(),
                            made.organisations(),
                            made.meterPoints(),
                            made.files(),
                            made.faultyFiles(),
                            made.contacts(),
                            made.faulty(),
                            made.records(),
                            made.bytes());
            session.out().println("Next: ./run.sh night --home " + request.out());
            return ExitCode.DONE;
        } catch (DirectoryNotEmptyException e) {
            throw new UsageException(request.out() + " is not empty; give a folder that is, or none", e);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage(), e);
        } catch (IOException e) {
            throw new EngineException("cannot write below " + request.out() + ": " + e.getMessage(), e);
        }
    }

    private static Generated generate(GenerateRequest request, Session session) throws IOException {
        Recipe recipe = request.recipe();
        try (ProgressBar bar = new ProgressBar("points and contacts", session)) {
            bar.left(recipe.meterPoints() + recipe.files() * recipe.contacts());
            Instant modified = NightClock.system().now().minus(AGE);
            return Generator.generate(recipe, request.out(), modified, () -> bar.done(1, 1));
        }
    }
}
