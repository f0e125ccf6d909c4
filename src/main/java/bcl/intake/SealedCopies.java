package bcl.intake;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The archive of sealed copies, by digest. Thread-safe. */
public final class SealedCopies {
    private final Home home;
    private final Disk disk = new LocalDisk();

    public SealedCopies(Home home) {
        this.home = home;
    }

    /**
     * Reads a copy from its first byte to its last and says whether it is still what was taken.
     *
     * @param digest SHA-256, lower-case hexadecimal
     * @throws IOException if it is there and cannot be read
     */
    public SealedCopy check(String digest) throws IOException {
        Path path = home.sealed(digest);
        try {
            Entry entry = disk.entry(path);
            boolean whole = entry.isFile() && disk.digest(path).equals(digest);
            return whole ? new SealedCopy.Whole(path, entry.size()) : new SealedCopy.Altered(path);
        } catch (NoSuchFileException e) {
            return new SealedCopy.Missing(path);
        }
    }
}
