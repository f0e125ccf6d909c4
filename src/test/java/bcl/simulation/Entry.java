package bcl.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A change of folders that is not on the disk yet.
 *
 * @param kept a link to what was deleted or replaced; null if nothing was
 */
record Entry(Kind kind, Path from, Path to, Path kept) {
    enum Kind {
        CREATE,
        LINK,
        MAKE_FOLDER,
        MOVE,
        DELETE,
        DELETE_FOLDER
    }

    boolean touches(Path folder) {
        return folder.equals(to.getParent()) || (kind == Kind.MOVE && folder.equals(from.getParent()));
    }

    boolean concerns(Path path) {
        return related(from, path) || related(to, path);
    }

    /** Whether one of two changes builds on the other. */
    boolean isRelated(Entry other) {
        return concerns(other.from) || concerns(other.to);
    }

    private static boolean related(Path one, Path other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    void undo() throws IOException {
        switch (kind) {
            case CREATE, LINK, MAKE_FOLDER -> Files.deleteIfExists(to);
            case MOVE -> {
                Files.move(to, from, StandardCopyOption.ATOMIC_MOVE);
                if (kept != null) {
                    Files.move(kept, to, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            case DELETE -> Files.move(kept, from, StandardCopyOption.ATOMIC_MOVE);
            case DELETE_FOLDER -> Files.createDirectory(from);
        }
    }

    void forget() throws IOException {
        if (kept != null) {
            Files.deleteIfExists(kept);
        }
    }
}
