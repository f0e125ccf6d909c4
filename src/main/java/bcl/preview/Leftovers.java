package bcl.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Copies that are not closed yet, deleted when the process is asked to end before. {@link java.io.File#deleteOnExit} would remember
 * each one for as long as the process lives. Thread-safe.
 */
final class Leftovers {
    private static final Set<Path> COPIES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::deleteAll, "leftovers"));
    }

    private Leftovers() {}

    /** A new empty file among the system's temporary files, readable by its owner alone. */
    static Path create() throws IOException {
        Path copy = Files.createTempFile("bcl-validate", ".bcl");
        COPIES.add(copy);
        return copy;
    }

    static void delete(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        COPIES.remove(copy);
    }

    private static void deleteAll() {
        for (Path copy : COPIES) {
            try {
                delete(copy);
            } catch (IOException e) {
                System.err.println(copy + " could not be deleted: " + e);
            }
        }
    }
}
