package bcl.operations;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's command line: the door of this package. */
public final class Program {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final HomeAccess homes;
    private final FileCheck fileCheck;
    private final Runnable nightBegins;

    /**
     * A program whose commands are carried out by these.
     *
     * @param nightBegins is run before a command that runs a night, in this process or in the one that holds the home
     */
    public Program(Engine.Opener opener, FileCheck fileCheck, Runnable nightBegins) {
        this.nightBegins = nightBegins;
        homes = new HomeAccess(opener, CommandTree::read);
        this.fileCheck = fileCheck;
    }

    /** Carries out one command line and tells the session how it went; throws nothing. */
    public ExitCode run(List<String> arguments, Session session) {
        Call call = new Call(arguments, session.workingDirectory(), session.terminal());
        return guarded(session, () -> dispatch(CommandTree.read(call), call, session));
    }

    private ExitCode dispatch(Request request, Call call, Session session) {
        if (request instanceof HelpRequest help) {
            session.out().print(help.text());
            return ExitCode.DONE;
        }
        if (request instanceof ValidateRequest validate) {
            return fileCheck.check(validate, session);
        }
        if (request instanceof GenerateRequest generate) {
            return Generation.run(generate, session);
        }
        if (request instanceof DrillRequest drill) {
            nightBegins.run();
            return Drilling.run(drill, session);
        }
        if (request instanceof RemoteRequest remote) {
            return RemoteCommands.run(remote, call, session);
        }
        HomeRequest onHome = (HomeRequest) request;
        if (onHome.runsNight()) {
            nightBegins.run();
        }
        return homes.run(onHome, call, session);
    }

    /** Runs the work; what it throws becomes a line and an exit code. */
    static ExitCode guarded(Session session, Supplier<ExitCode> work) {
        try {
            return work.get();
        } catch (UsageException e) {
            return tell(session, e);
        } catch (EngineException e) {
            LOG.debug("Failed", e);
            session.err().println("Failed: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Unexpected failure, please report it", e);
            session.err().println("Failed unexpectedly: " + e.getClass().getSimpleName() + "; what is committed stays");
        }
        return ExitCode.FAILED;
    }

    static ExitCode tell(Session session, UsageException e) {
        session.err().println(e.getMessage());
        return ExitCode.USAGE;
    }
}
