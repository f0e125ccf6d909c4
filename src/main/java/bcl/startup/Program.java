package bcl.startup;

import bcl.commandline.CommandTree;
import bcl.commands.Call;
import bcl.commands.DrillRequest;
import bcl.commands.Engine;
import bcl.commands.ExitCode;
import bcl.commands.FileCheck;
import bcl.commands.GenerateRequest;
import bcl.commands.Guarded;
import bcl.commands.HelpRequest;
import bcl.commands.HomeRequest;
import bcl.commands.ProofRequest;
import bcl.commands.RemoteRequest;
import bcl.commands.Request;
import bcl.commands.Session;
import bcl.commands.ValidateRequest;
import java.util.List;

/** The engine's command line: the door of this package. */
public final class Program {
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
        return Guarded.run(session, () -> dispatch(CommandTree.read(call), call, session));
    }

    private ExitCode dispatch(Request request, Call call, Session session) {
        if (request instanceof HelpRequest help) {
            session.out().print(help.text());
            return ExitCode.DONE;
        }
        if (request instanceof ValidateRequest validate) {
            return fileCheck.check(validate, session);
        }
        if (request instanceof ProofRequest proof) {
            return ProofCheck.run(proof, session);
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
}
