package bcl.intake;

import bcl.wire.ContentDigest;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** {@code quarantine/}, which may lie on another volume than what goes there. */
public final class QuarantineFolder {
    private QuarantineFolder() {}

    /** Where copies lie until they have their name; emptied at the start of every look at inbound folders. */
    static Path unfinished(Home home) {
        return home.quarantine().resolve(".sealing");
    }

    /**
     * Moves a file there: it lies under its name whole, or not at all, and is gone from where it was only when that is on the disk. Can be
     * repeated after a crash.
     *
     * @param digest SHA-256 of the file
     */
    public static void take(Home home, Path file, String storedAs, String digest) throws IOException {
        Folders.make(home.quarantine(), Folders.OWNER_ONLY);
        Path target = home.quarantine().resolve(storedAs);
        if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && ContentDigest.ofFile(target, LinkOption.NOFOLLOW_LINKS).equals(digest)) {
            Files.delete(file);
        } else {
            move(home, file, target);
        }
        sync(home.quarantine());
        sync(Claims.parent(file));
    }

    private static void move(Home home, Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Folders.make(unfinished(home), Folders.OWNER_ONLY);
            Path copy = unfinished(home).resolve(UUID.randomUUID().toString());
            try {
                new LocalDisk().copy(file, copy);
                Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(copy);
            }
            sync(home.quarantine());
            Files.delete(file);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
