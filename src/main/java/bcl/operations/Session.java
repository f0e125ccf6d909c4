package bcl.operations;

import bcl.night.StopRequest;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Whom a command answers: the process's own streams, or those of a client at the other end of the home's channel or of HTTP.
 *
 * @param out results, and nothing else
 * @param err progress and messages
 * @param workingDirectory where relative paths of the command line start
 * @param terminal whether {@code err} is a terminal, which gets a progress bar
 * @param stop set by SIGTERM: the command ends at its next border
 */
public record Session(
        PrintStream out, PrintStream err, Path workingDirectory, boolean terminal, StopRequest stop, Caller caller) {
    /** A session of somebody on this machine. */
    public Session(PrintStream out, PrintStream err, Path workingDirectory, boolean terminal, StopRequest stop) {
        this(out, err, workingDirectory, terminal, stop, Caller.here());
    }

    /** Who acts, for the record. */
    String user() {
        return caller.user();
    }

    /** Where a file that the command line names can be read. */
    Path readable(Path named) {
        return caller.files().apply(named);
    }
}
