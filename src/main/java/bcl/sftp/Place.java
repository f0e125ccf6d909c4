package bcl.sftp;

import java.nio.file.Path;

/** What a client can name. There is nothing else. */
sealed interface Place {
    /** Where it lies on the machine. */
    Path path();

    /** The organisation's folder. */
    record Top(Path path) implements Place {}

    record Box(Path path, boolean inbound) implements Place {}

    /** A file in one of both, be it there or not. */
    record Item(Path path, boolean inbound) implements Place {
        String name() {
            return String.valueOf(path.getFileName());
        }

        /** Temporary files of the answers' publisher: they are nobody's business. */
        boolean hidden() {
            return !inbound && name().startsWith(".");
        }
    }
}
