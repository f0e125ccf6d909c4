package bcl.startup;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;

/**
 * Turns SIGTERM and Ctrl-C into a {@link StopRequest} and keeps the process alive until the run has come to its next chunk
 * border and said how it ended. SIGKILL needs no such care: the next run goes on from the last commit.
 */
public final class GracefulStop {
    private final CompletableFuture<ExitCode> ended = new CompletableFuture<>();

    private final StopRequest stop;
    private final PrintStream err;

    /**
     * Does nothing until {@link #arm} is called.
     *
     * @param stop is requested when the process is asked to end
     */
    public GracefulStop(StopRequest stop, PrintStream err) {
        this.stop = stop;
        this.err = err;
    }

    /** From now on the process waits for its run; once in a process. Commands that run no night just end. */
    public void arm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutdown, "graceful-stop"));
    }

    /** The command has ended; must be called on every path, before {@link System#exit}. */
    public void ended(ExitCode code) {
        ended.complete(code);
    }

    private void shutdown() {
        if (ended.isDone()) {
            return;
        }
        stop.request("the process was asked to end");
        err.println("Stopping at the next border; what is committed stays");
        ExitCode code = ended.join();
        System.out.flush();
        err.flush();
        // Without halt the exit code would be the signal's (143), not the command's.
        Runtime.getRuntime().halt(code.code());
    }
}
