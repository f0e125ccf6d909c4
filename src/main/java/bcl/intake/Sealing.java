package bcl.intake;

import bcl.intake.Disk.Copied;
import java.nio.file.Path;

/** What came of sealing one file. */
sealed interface Sealing {
    /**
     * The copy has its name, the file is claimed; nothing is recorded yet.
     *
     * @param held where the sender's file lies now
     * @param restored whether an older copy of the same bytes was found altered, and put right
     */
    record Sealed(Arrival file, Copied copy, Path held, Path stored, boolean restored) implements Sealing {}

    /** Its sender goes on with it. */
    record Changed(Arrival file) implements Sealing {}

    /** Its sender removed it: as if it never came. */
    record Vanished(Arrival file) implements Sealing {}

    record Failed(Arrival file, Exception cause) implements Sealing {}
}
