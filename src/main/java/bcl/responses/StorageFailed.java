package bcl.responses;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A disk refused to read or write: full, not permitted, or broken. Nothing lies under a final name that is not whole; when the
 * cause is mended the next run makes the answer again.
 */
public final class StorageFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageFailed(String what, Path path, IOException cause) {
        super(what + " " + path + ": " + reason(cause) + "; mend the cause, the next run does it again", cause);
    }

    private static String reason(IOException cause) {
        String told = cause instanceof FileSystemException disk ? disk.getReason() : cause.getMessage();
        String kind = cause.getClass().getSimpleName().replace("Exception", "");
        return told == null ? kind + " " + cause.getMessage() : told;
    }
}
