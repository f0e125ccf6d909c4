package bcl.operations;

import bcl.night.StopRequest;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;

/**
 * Turns SIGTERM and Ctrl-C into a {@link StopRequest} and keeps the process alive until the run has come to its next chunk
 * border and said how it ended. SIGKILL needs no such care: the next run goes on from the last commit.
 */
public final class GracefulStop {
    private final CompletableFuture<ExitCode> ended = new CompletableFuture<>();

    private GracefulStop() {}

    /**
     * Installs the hook; once in a process.
     *
     * @param stop is requested when the process is asked to end
     */
    public static GracefulStop install(StopRequest stop, PrintStream err) {
        GracefulStop hook = new GracefulStop();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> hook.shutdown(stop, err), "graceful-stop"));
        return hook;
    }

    /** The command has ended; must be called on every path, before {@link System#exit}. */
    public void ended(ExitCode code) {
        ended.complete(code);
    }

    private void shutdown(StopRequest stop, PrintStream err) {
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
