package bcl.operations;

import bcl.night.StopRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call at the holder's end. */
final class ChannelCall {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelCall.class);
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int ALIVE_MILLIS = 2_000;

    private final ChannelWire wire;
    private final String token;
    private final BooleanSupplier begins;

    /** Starts nothing; {@code begins} says whether the channel is still open when the call is about to begin. */
    ChannelCall(Socket socket, String token, BooleanSupplier begins) throws IOException {
        wire = new ChannelWire(socket, HANDSHAKE_MILLIS);
        this.token = token;
        this.begins = begins;
    }

    void serve(Reception reception) throws IOException {
        wire.welcome(token);
        Call call = wire.receiveCall();
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(ChannelCall::daemon);
        ScheduledFuture<?> beats =
                heart.scheduleAtFixedRate(this::alive, ALIVE_MILLIS, ALIVE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            Optional<Reception.Work> work = reception.receive(call);
            if (work.isEmpty()) {
                wire.sendKind(ChannelWire.WAIT);
            } else if (begins.getAsBoolean()) {
                carryOut(work.get(), call);
            }
        } finally {
            beats.cancel(true);
            heart.shutdown();
        }
    }

    private void carryOut(Reception.Work work, Call call) throws IOException {
        wire.sendKind(ChannelWire.BEGIN);
        if (wire.receiveKind() != ChannelWire.GO) {
            throw new IOException("the caller did not say go");
        }
        StopRequest stop = new StopRequest();
        wire.expectSilence();
        daemon(() -> hear(stop)).start();
        ExitCode code;
        try (PrintStream out = stream(ChannelWire.OUT);
                PrintStream err = stream(ChannelWire.ERR)) {
            code = work.run(new Session(out, err, call.workingDirectory(), call.terminal(), stop));
        }
        wire.sendExit(code);
    }

    /** A caller that has gone without a word asked for the work all the same: it goes on. */
    private void hear(StopRequest stop) {
        try {
            while (wire.receiveKind() == ChannelWire.STOP) {
                stop.request("its caller was asked to end");
            }
        } catch (IOException e) {
            LOG.debug("The caller says nothing more: {}", e.getMessage());
        }
    }

    private void alive() {
        try {
            wire.sendKind(ChannelWire.ALIVE);
        } catch (IOException e) {
            LOG.debug("The caller has gone: {}", e.getMessage());
        }
    }

    private PrintStream stream(int kind) {
        OutputStream frames = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int from = offset; from < offset + length; from += ChannelWire.LONGEST_FRAME) {
                    wire.sendFrame(kind, bytes, from, Math.min(ChannelWire.LONGEST_FRAME, offset + length - from));
                }
            }
        };
        boolean everyLine = kind == ChannelWire.ERR;
        return new PrintStream(new BufferedOutputStream(frames), everyLine, StandardCharsets.UTF_8);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "home-channel-alive");
        thread.setDaemon(true);
        return thread;
    }
}
