package bcl.channel;

import bcl.commands.EngineException;
import bcl.wire.DiskTrouble;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The holder's end of a home's channel: other commands on the home are carried out here, since one process alone can have the
 * embedded database open. It listens on the loopback address and lets in whoever can read {@code db/channel}.
 */
public final class HomeChannel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomeChannel.class);
    private static final int CALLS_AT_ONCE = 8;

    private final Path databaseFolder;
    private final Reception reception;
    private final ServerSocket listener;
    private final String token;
    private final ExecutorService calls;
    private final Set<Socket> notBegun = new HashSet<>();
    private boolean closed;

    private HomeChannel(Path databaseFolder, Reception reception) throws IOException {
        this.databaseFolder = databaseFolder;
        this.reception = reception;
        listener = new ServerSocket(0, CALLS_AT_ONCE, InetAddress.getLoopbackAddress());
        ChannelFile file = ChannelFile.fresh(listener.getLocalPort());
        token = file.token();
        calls = Executors.newFixedThreadPool(CALLS_AT_ONCE + 1, HomeChannel::daemon);
        file.write(databaseFolder);
    }

    /** Opens the channel; only the holder of the home's lock may. */
    public static HomeChannel open(Path databaseFolder, Reception reception) {
        try {
            HomeChannel channel = new HomeChannel(databaseFolder, reception);
            channel.calls.execute(channel::listen);
            return channel;
        } catch (IOException e) {
            throw new EngineException(
                    "Cannot open the channel in " + databaseFolder + ": " + DiskTrouble.reason(e)
                            + ". Put that right and start again; what was committed stands",
                    e);
        }
    }

    /** Lets nobody in any more, sends away who has not begun, and waits for those that have. */
    @Override
    public void close() {
        try {
            ChannelFile.delete(databaseFolder);
            synchronized (this) {
                closed = true;
                listener.close();
                for (Socket socket : notBegun) {
                    socket.close();
                }
            }
            calls.shutdown();
            while (!calls.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("Waiting for commands that came over the home's channel");
            }
        } catch (IOException e) {
            throw new EngineException(
                    "Cannot close the channel in " + databaseFolder + ": " + DiskTrouble.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while closing the channel in " + databaseFolder, e);
        }
    }

    private void listen() {
        while (true) {
            try {
                Socket socket = listener.accept();
                if (!register(socket)) {
                    return;
                }
                calls.execute(() -> serve(socket));
            } catch (IOException e) {
                if (isClosed()) {
                    return;
                }
                LOG.warn("The home's channel could not accept a command: {}", e.getMessage());
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new ChannelCall(socket, token, () -> begins(socket)).serve(reception);
        } catch (EOFException e) {
            // It gave up waiting, as callers do of a process that was frozen for a while.
            LOG.debug("A caller on the home's channel has gone: {}", e.getMessage());
        } catch (IOException e) {
            if (!isClosed()) {
                LOG.warn("A command over the home's channel broke off: {}", e.getMessage());
            }
        } finally {
            begins(socket);
        }
    }

    private synchronized boolean register(Socket socket) throws IOException {
        if (closed) {
            socket.close();
            return false;
        }
        return notBegun.add(socket);
    }

    /** False if the channel closed first, and the call may not begin. */
    private synchronized boolean begins(Socket socket) {
        return notBegun.remove(socket) && !closed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "home-channel");
        thread.setDaemon(true);
        return thread;
    }
}
