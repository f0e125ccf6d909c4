package bcl.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Command lines from another machine's {@code ./run.sh}: files come first, then output goes back as it is printed. */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int ALIVE_MILLIS = 2_000;
    private static final int OUTPUT_BUFFER = 1 << 13;

    private final Commands commands;
    private final Semaphore places;

    /** Takes one of the places for as long as a command runs, so that health always finds a thread. */
    Calls(Commands commands, Semaphore places) {
        this.commands = commands;
        this.places = places;
    }

    ServerResponse call(ServerRequest request) throws IOException {
        requireProtocol(request);
        if (!places.tryAcquire()) {
            throw BadRequest.tooMany();
        }
        CallBody body;
        try {
            body = CallBody.read(request.servletRequest().getInputStream());
        } catch (IOException | RuntimeException e) {
            places.release();
            throw e;
        }
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .build((servlet, response) -> {
                    try (body) {
                        carryOut(body.call(), response);
                    } catch (IOException e) {
                        LOG.info("A caller went away before it was told how its command ended: {}", e.getMessage());
                    } finally {
                        places.release();
                    }
                    return null;
                });
    }

    /** Whether a call would be let in, for who has much to send. */
    ServerResponse probe(ServerRequest request) {
        requireProtocol(request);
        return ServerResponse.ok().build();
    }

    private static void requireProtocol(ServerRequest request) {
        String theirs = request.headers().firstHeader(CallHead.PROTOCOL_HEADER);
        if (!Integer.toString(CallHead.PROTOCOL).equals(theirs)) {
            throw new BadRequest(
                    426, "this service speaks version " + CallHead.PROTOCOL + " of " + CallHead.PROTOCOL_HEADER);
        }
    }

    private void carryOut(ServiceCall call, HttpServletResponse response) throws IOException {
        DataOutputStream to = new DataOutputStream(new BufferedOutputStream(response.getOutputStream()));
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(Calls::daemon);
        try {
            Frames.alive(to);
            var beats = heart.scheduleAtFixedRate(() -> alive(to), ALIVE_MILLIS, ALIVE_MILLIS, TimeUnit.MILLISECONDS);
            CommandResult result;
            try (OutputStream out = new BufferedOutputStream(new Frames(to, Frames.OUT), OUTPUT_BUFFER);
                    OutputStream err = new BufferedOutputStream(new Frames(to, Frames.ERR), OUTPUT_BUFFER)) {
                result = commands.run(call, out, err);
            }
            beats.cancel(false);
            Frames.exit(to, result.exitCode());
        } finally {
            heart.shutdown();
        }
    }

    private static void alive(DataOutputStream to) {
        try {
            Frames.alive(to);
        } catch (IOException e) {
            // The command goes on to its end, as one whose terminal was closed.
            LOG.debug("The caller has gone: {}", e.getMessage());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "http-alive");
        thread.setDaemon(true);
        return thread;
    }
}
