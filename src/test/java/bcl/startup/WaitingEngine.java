package bcl.startup;

import bcl.commands.ContactRequest;
import bcl.commands.Engine;
import bcl.commands.EngineSettings;
import bcl.commands.ExitCode;
import bcl.commands.HomeRequest;
import bcl.commands.ResolveRequest;
import bcl.commands.Session;
import bcl.commands.StatusRequest;
import bcl.commands.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** An engine without database for tests of what surrounds it: nights and reconciliations last until they are let go. */
record WaitingEngine(Path home) implements Engine {
    static final String LINE = "a line of the report, long enough for many to fill a few frames of the channel";

    static Engine open(EngineSettings settings) {
        return new WaitingEngine(settings.home().root());
    }

    @Override
    public ExitCode handle(HomeRequest request, Session session) {
        if (request instanceof StatusRequest) {
            session.err().println("progress");
            session.out().println("status by " + ProcessHandle.current().pid() + " for " + session.workingDirectory());
            return ExitCode.DONE;
        }
        if (request instanceof ContactRequest contact) {
            for (int i = 0; i < contact.crn() % 100_000; i++) {
                session.out().println(LINE);
            }
            return ExitCode.NOTHING_TO_DO;
        }
        if (request instanceof ResolveRequest) {
            throw new UsageException("CRN is unknown");
        }
        mark("started-" + request.getClass().getSimpleName());
        while (Files.notExists(home.resolve("let-go"))) {
            if (session.stop().isRequested()) {
                return ExitCode.STOPPED;
            }
            LockSupport.parkNanos(10_000_000);
        }
        session.out().println("ended in " + ProcessHandle.current().pid());
        return ExitCode.DONE;
    }

    @Override
    public void close() {
        mark("closed");
    }

    private void mark(String name) {
        try {
            Files.writeString(home.resolve(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program with this engine, as a process of its own. */
    public static void main(String[] args) {
        var stop = new bcl.night.StopRequest();
        Session session = new Session(System.out, System.err, Path.of("").toAbsolutePath(), false, stop);
        GracefulStop hook = new GracefulStop(stop, System.err);
        ExitCode code = program(hook::arm).run(java.util.List.of(args), session);
        hook.ended(code);
        System.exit(code.code());
    }

    static Program program() {
        return program(() -> {});
    }

    private static Program program(Runnable nightBegins) {
        return new Program(WaitingEngine::open, (request, session) -> ExitCode.DONE, nightBegins);
    }
}
