package bcl.operations;

import bcl.night.StopRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The caller's end of a home's channel. */
final class ChannelClient {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelClient.class);
    private static final int CONNECT_MILLIS = 5_000;
    /** The holder gives a sign of life every two seconds, whatever it does. */
    private static final int SILENCE_MILLIS = 30_000;

    private final Path databaseFolder;

    ChannelClient(Path databaseFolder) {
        this.databaseFolder = databaseFolder;
    }

    /** How asking the holder ended. */
    sealed interface Reply {
        /** The holder carried the call out. */
        record Done(ExitCode code) implements Reply {}

        /** The holder is busy with something short: ask again, or take the home when it has gone. */
        record Wait() implements Reply {}

        /** Nobody answered, and nothing was done. */
        record Nobody() implements Reply {}
    }

    /**
     * Has the call carried out by the holder and passes its output on.
     *
     * @throws EngineException if the holder ended while it carried the call out
     */
    Reply ask(Call call, Session session) {
        boolean begun = false;
        try {
            Optional<ChannelFile> file = ChannelFile.read(databaseFolder);
            if (file.isEmpty()) {
                return new Reply.Nobody();
            }
            try (ChannelWire wire = connect(file.get())) {
                wire.send(call);
                int kind = skipAlive(wire);
                if (kind == ChannelWire.WAIT) {
                    return new Reply.Wait();
                }
                if (kind != ChannelWire.BEGIN) {
                    throw new IOException("unknown frame " + kind);
                }
                begun = true;
                wire.sendKind(ChannelWire.GO);
                return new Reply.Done(passOn(wire, session));
            }
        } catch (IOException e) {
            if (begun) {
                throw new EngineException(
                        "The process that holds the home ended or stopped answering while it carried out the command; "
                                + "look with status at what was done before you try again",
                        e);
            }
            LOG.debug("Nobody answers on the home's channel: {}", e.getMessage());
            return new Reply.Nobody();
        }
    }

    private static ChannelWire connect(ChannelFile file) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), file.port()), CONNECT_MILLIS);
            ChannelWire wire = new ChannelWire(socket, SILENCE_MILLIS);
            wire.greet(file.token());
            return wire;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Signs of life come every two seconds, and after each this process's own stop is handed on. */
    private static int skipAlive(ChannelWire wire, StopRequest stop) throws IOException {
        int kind = wire.receiveKind();
        while (kind == ChannelWire.ALIVE) {
            if (stop.isRequested()) {
                wire.sendKind(ChannelWire.STOP);
            }
            kind = wire.receiveKind();
        }
        return kind;
    }

    private static int skipAlive(ChannelWire wire) throws IOException {
        int kind = wire.receiveKind();
        while (kind == ChannelWire.ALIVE) {
            kind = wire.receiveKind();
        }
        return kind;
    }

    private static ExitCode passOn(ChannelWire wire, Session session) throws IOException {
        while (true) {
            int kind = skipAlive(wire, session.stop());
            switch (kind) {
                case ChannelWire.OUT -> write(session.out(), wire.receiveFrame());
                case ChannelWire.ERR -> write(session.err(), wire.receiveFrame());
                case ChannelWire.EXIT -> {
                    return wire.receiveExit();
                }
                default -> throw new IOException("unknown frame " + kind);
            }
        }
    }

    private static void write(PrintStream stream, byte[] bytes) {
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }
}
