package bcl.intake;

import java.nio.file.Path;

/** A sealed copy, as it was found. */
public sealed interface SealedCopy {
    Path path();

    /** Its bytes are those that were taken. */
    record Whole(Path path, long size) implements SealedCopy {}

    /** Its bytes are others: hold the file and restore the copy from a backup. */
    record Altered(Path path) implements SealedCopy {}

    /** It is not there: hold the file and restore the copy from a backup. */
    record Missing(Path path) implements SealedCopy {}
}
