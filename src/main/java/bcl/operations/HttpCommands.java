package bcl.operations;

import bcl.http.CommandResult;
import bcl.http.Commands;
import bcl.night.StopRequest;
import bcl.wire.Home;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that come over HTTP: the same as over the home's channel. */
final class HttpCommands implements Commands {
    private final Reception reception;
    private final Home home;

    HttpCommands(Reception reception, Home home) {
        this.reception = reception;
        this.home = home;
    }

    @Override
    public CommandResult run(List<String> arguments, OutputStream out, OutputStream err) {
        Call call = new Call(withHome(arguments), home.root(), false);
        Optional<Reception.Work> work = reception.receive(call);
        PrintStream printedOut = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream printedErr = new PrintStream(err, false, StandardCharsets.UTF_8);
        Session session = new Session(printedOut, printedErr, home.root(), false, new StopRequest());
        ExitCode code = work.map(each -> each.run(session)).orElse(ExitCode.BUSY);
        printedOut.flush();
        printedErr.flush();
        return new CommandResult(code.code(), code.meaning());
    }

    /** The home is the one that is served. */
    private List<String> withHome(List<String> arguments) {
        boolean named = arguments.stream().anyMatch(each -> each.equals("--home") || each.startsWith("--home="));
        if (named || arguments.isEmpty() || arguments.get(0).equals("help")) {
            return arguments;
        }
        List<String> all = new ArrayList<>(arguments);
        all.addAll(1, List.of("--home", home.root().toString()));
        return all;
    }
}
