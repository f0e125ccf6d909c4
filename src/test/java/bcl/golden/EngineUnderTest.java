package bcl.golden;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The engine itself, through its command line, in this process. Each home gets a database of its own. */
final class EngineUnderTest implements NightRunner, ContactResolver, AutoCloseable {
    private final Databases databases;
    private final Map<Path, EngineHome> homes = new HashMap<>();

    EngineUnderTest(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void run(Path home) throws IOException {
        EngineHome.Result night = at(home).night(new StopRequest());
        if (night.code() != ExitCode.DONE) {
            throw new IllegalStateException("night ended with " + night.code() + ": " + night.err());
        }
        EngineHome.Result audit = at(home).run(new StopRequest(), "reconcile", "--home", home.toString());
        if (audit.code() != ExitCode.DONE) {
            throw new IllegalStateException("reconcile found: " + audit.out() + audit.err());
        }
    }

    @Override
    public void resolve(Path home, Path csv) throws IOException {
        EngineHome.Result resolved =
                at(home).run(new StopRequest(), "resolve", "--home", home.toString(), "--from", csv.toString());
        if (resolved.code() != ExitCode.DONE) {
            throw new IllegalStateException("resolve ended with " + resolved.code() + ": " + resolved.err());
        }
    }

    private EngineHome at(Path home) throws IOException {
        EngineHome known = homes.get(home);
        if (known == null) {
            known = EngineHome.at(home, databases);
            homes.put(home, known);
        }
        return known;
    }

    @Override
    public void close() {
        homes.values().forEach(EngineHome::close);
    }
}
