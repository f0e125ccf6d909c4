package bcl.intake;

import java.nio.file.Path;

/** What is known of the uploads into {@code inbound/} beside the files themselves: the engine's own SFTP server knows. */
@FunctionalInterface
public interface Uploads {
    /** Nothing is known: files come by other means. */
    Uploads UNKNOWN = file -> State.UNKNOWN;

    State of(Path file);

    /** What the sender's client did with a file. */
    enum State {
        UNKNOWN,
        /** It has the file open: only time can tell that it will not go on. */
        OPEN,
        /** It has closed the file, or renamed it to this name. */
        CLOSED
    }
}
