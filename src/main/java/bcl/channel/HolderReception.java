package bcl.channel;

import bcl.commands.Call;
import bcl.commands.Engine;
import bcl.commands.ExitCode;
import bcl.commands.Guarded;
import bcl.commands.HomeRequest;
import bcl.commands.Request;
import bcl.commands.ServeRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;

/** Carries out on this process's engine what other processes ask for, beside the request that it was started for. */
public final class HolderReception implements Reception {
    private final HomeRequest own;
    private final Home home;
    private final Engine engine;
    private final Function<Call, Request> reader;

    /** Holds the home for the {@code own} request. */
    public HolderReception(HomeRequest own, Home home, Engine engine, Function<Call, Request> reader) {
        this.own = own;
        this.home = home;
        this.engine = engine;
        this.reader = reader;
    }

    @Override
    public Optional<Work> receive(Call call) {
        Request request;
        try {
            request = reader.apply(call);
        } catch (UsageException e) {
            return Optional.of(session -> Guarded.tell(session, e));
        }
        if (!(request instanceof HomeRequest asked) || !isThisHome(asked)) {
            return Optional.of(session -> {
                session.err().println("The process that answered holds another home, " + home.root());
                return ExitCode.FAILED;
            });
        }
        if (asked instanceof ServeRequest && !(own instanceof ServeRequest)) {
            return Optional.empty(); // it serves when this process has done what it was started for
        }
        // A service is not always running a night: whether another one may, its lease tells.
        boolean night = asked.runsNight() && !(own instanceof ServeRequest && !(asked instanceof ServeRequest));
        if (!night) {
            return Optional.of(session -> Guarded.run(session, () -> engine.handle(asked, session)));
        }
        return own.runsNight() ? Optional.of(HolderReception::refuseNight) : Optional.empty();
    }

    private static ExitCode refuseNight(Session session) {
        session.err()
                .println(
                        "Process " + ProcessHandle.current().pid() + " is running this home's night; nothing was done");
        return ExitCode.BUSY;
    }

    private boolean isThisHome(HomeRequest asked) {
        try {
            return Files.isSameFile(asked.home(), home.root());
        } catch (IOException e) {
            return false; // what cannot be looked at is not the home that is open
        }
    }
}
