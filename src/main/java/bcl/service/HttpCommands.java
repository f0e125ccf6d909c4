package bcl.service;

import bcl.channel.Reception;
import bcl.commandline.CommandTree;
import bcl.commands.Actor;
import bcl.commands.Call;
import bcl.commands.Caller;
import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.FileCheck;
import bcl.commands.Guarded;
import bcl.commands.HelpRequest;
import bcl.commands.Printable;
import bcl.commands.Request;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.commands.ValidateRequest;
import bcl.http.CommandResult;
import bcl.http.Commands;
import bcl.http.ServiceCall;
import bcl.night.StopRequest;
import bcl.wire.Home;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Commands that come over HTTP: the same as over the home's channel, but the caller may be on another machine. */
final class HttpCommands implements Commands {
    /** What makes homes of its own, or is the service itself. */
    private static final Set<String> NEVER = Set.of("serve", "generate", "drill", "sample-night");

    private final Reception reception;
    private final FileCheck fileCheck;
    private final Home home;

    HttpCommands(Reception reception, FileCheck fileCheck, Home home) {
        this.reception = reception;
        this.fileCheck = fileCheck;
        this.home = home;
    }

    @Override
    public CommandResult run(ServiceCall call, OutputStream out, OutputStream err) {
        PrintStream printedOut = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream printedErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        ServiceCall.Origin origin = call.origin();
        Path directory = origin == null ? home.root() : origin.workingDirectory();
        boolean terminal = origin != null && origin.terminal();
        Session session = new Session(printedOut, printedErr, directory, terminal, new StopRequest(), caller(origin));
        Call placed = new Call(withPlace(call.arguments()), directory, terminal);
        ExitCode code = Guarded.run(session, () -> carryOut(placed, session));
        printedOut.flush();
        printedErr.flush();
        return new CommandResult(code.code(), code.meaning());
    }

    private ExitCode carryOut(Call call, Session session) {
        if (!call.arguments().isEmpty() && NEVER.contains(call.arguments().get(0))) {
            throw new UsageException(
                    "A service does not do this: " + call.arguments().get(0) + "; nothing was done");
        }
        Request request = CommandTree.read(call);
        if (request instanceof HelpRequest help) {
            session.out().print(help.text());
            return ExitCode.DONE;
        }
        if (request instanceof ValidateRequest validate) {
            return fileCheck.check(validate, session);
        }
        return reception
                .receive(call)
                .map(work -> work.run(session))
                .orElseThrow(() -> new EngineException("The service does something else at this moment; try again"));
    }

    private static Caller caller(ServiceCall.@org.jspecify.annotations.Nullable Origin origin) {
        if (origin == null) {
            return new Caller(Actor.overHttp("api"), HttpCommands::unsent);
        }
        return new Caller(Actor.overHttp(origin.user()), named -> {
            Path here = origin.files().get(named);
            return here == null ? unsent(named) : here;
        });
    }

    /** A caller may not have this machine's files read for it. */
    private static Path unsent(Path named) {
        throw new UsageException(Printable.prose(named.toString())
                + " was not sent along, and a service reads no other files: ./run.sh COMMAND --service URL sends them;"
                + " nothing was done");
    }

    /** The home is the one that is served, and so is its reference data. */
    private List<String> withPlace(List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).equals("help")) {
            return arguments;
        }
        boolean validate = arguments.get(0).equals("validate");
        String option = validate ? "--reference" : "--home";
        Path place = validate ? home.reference() : home.root();
        if (arguments.stream().anyMatch(each -> each.equals(option) || each.startsWith(option + "="))) {
            return arguments;
        }
        List<String> all = new ArrayList<>(arguments);
        all.addAll(1, List.of(option, place.toString()));
        return all;
    }
}
