package bcl.wire;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file or folder, in words: the message of such an exception is often the path alone. */
public final class DiskTrouble {
    private DiskTrouble() {}

    /** The reason without the path. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (e instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something else lies there";
        }
        String told = e instanceof FileSystemException disk ? disk.getReason() : e.getMessage();
        return told == null || told.isBlank() ? e.getClass().getSimpleName().replace("Exception", "") : told;
    }

    /** The path, if the exception has one, and the reason. */
    public static String told(IOException e) {
        String path = e instanceof FileSystemException disk ? disk.getFile() : null;
        return path == null ? reason(e) : path + ": " + reason(e);
    }
}
