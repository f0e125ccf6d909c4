package bcl.startup;

import bcl.channel.CallsThatStop;
import bcl.channel.ChannelClient;
import bcl.channel.ChannelFile;
import bcl.channel.HolderReception;
import bcl.channel.HomeChannel;
import bcl.channel.HomeLock;
import bcl.commands.Call;
import bcl.commands.Engine;
import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.commands.ExitCode;
import bcl.commands.HomeRequest;
import bcl.commands.Request;
import bcl.commands.Session;
import bcl.ledger.Pause;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gets a request to the one process that can have the home open: this one if the home is free, else the one that holds it,
 * over its channel. On a database that many can use it is always this one.
 */
final class HomeAccess {
    /** How long a holder that does not answer is waited for: it may be starting, or ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Engine.Opener opener;
    private final Function<Call, Request> reader;

    /** Uses {@code reader} for the command lines that come over the channel. */
    HomeAccess(Engine.Opener opener, Function<Call, Request> reader) {
        this.opener = opener;
        this.reader = reader;
    }

    ExitCode run(HomeRequest request, Call call, Session session) {
        Home home = HomeFolders.prepare(request);
        EngineSettings settings = HomeSettings.load(home);
        HomeFolders.make(home);
        if (request.makesHome()) {
            HomeFolders.requireOneVolume(home);
        }
        if (!settings.database().isHeldByOneProcess()) {
            try (Engine engine = new PatientOpener(opener, Pause.sleeping()).open(request, settings, session)) {
                return engine.handle(request, session);
            }
        }
        return runWhereHeld(request, call, session, settings);
    }

    private ExitCode runWhereHeld(HomeRequest request, Call call, Session session, EngineSettings settings) {
        Path folder = HomeFolders.database(settings.home());
        ChannelClient client = new ChannelClient(folder);
        long silentSince = System.nanoTime();
        while (true) {
            Optional<HomeLock> lock = HomeLock.tryTake(folder);
            if (lock.isPresent()) {
                try {
                    return hold(folder, request, session, settings);
                } finally {
                    lock.get().close();
                }
            }
            ChannelClient.Reply reply = client.ask(call, session);
            if (reply instanceof ChannelClient.Reply.Done done) {
                return done.code();
            }
            if (reply instanceof ChannelClient.Reply.Wait) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > PATIENCE.toNanos()) {
                throw silent(folder);
            }
            if (session.stop().isRequested()) {
                return ExitCode.STOPPED;
            }
            pause();
        }
    }

    /** The channel closes before the engine, since calls that have begun need the engine to their end. */
    private ExitCode hold(Path folder, HomeRequest request, Session session, EngineSettings settings) {
        try (Engine engine = opener.open(settings)) {
            HomeChannel channel = HomeChannel.open(
                    folder,
                    new HolderReception(request, settings.home(), new CallsThatStop(engine, session.stop()), reader));
            try {
                return engine.handle(request, session);
            } finally {
                channel.close();
            }
        }
    }

    private static EngineException silent(Path folder) {
        try {
            return new EngineException(silent(folder, ChannelFile.holder(folder)));
        } catch (IOException e) {
            return new EngineException(silent(folder, Optional.empty()), e);
        }
    }

    /** A process that is frozen does not hear SIGTERM either. */
    private static String silent(Path folder, Optional<Long> holder) {
        return holder.map(process -> "Process " + process).orElse("Another process") + " holds " + folder
                + " and does not answer; nothing was done. Try again. If it stays so, end it"
                + holder.map(process -> ": kill " + process + ", or kill -9 " + process + " if it does not go")
                        .orElse("")
                + ". What it committed stands, and the next night goes on";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while waiting for the home", e);
        }
    }
}
