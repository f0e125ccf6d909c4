package bcl.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * All that the intake does with the disk, one act a method, so that tests can fail or stop it at each. Paths are never made from
 * text: a name may hold any bytes.
 */
interface Disk {
    /** The entries of a folder, by the bytes of their names. */
    List<Path> list(Path folder) throws IOException;

    /** Does not follow links. */
    Entry entry(Path path) throws IOException;

    /** When name, content or attributes last changed: unlike the time of modification nobody can set it. */
    Instant lastStatusChange(Path file) throws IOException;

    /** The last bytes of a file, {@code most} at most. */
    byte[] tail(Path file, int most) throws IOException;

    /** Copies into a new file in constant memory, waits until it is on the disk, and digests it on the way. */
    Copied copy(Path from, Path to) throws IOException;

    /** SHA-256 of a file, lower-case hexadecimal. */
    String digest(Path file) throws IOException;

    /** Makes a folder and those above it that only the engine can enter; nothing happens if it is there. */
    void makeFolder(Path folder) throws IOException;

    /** Renames in one step, and a file on one volume alone; replaces what is there. */
    void move(Path from, Path to) throws IOException;

    /** Renames unless something else has the name by now, which is left alone. Can be repeated after a crash. */
    boolean moveIfFree(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder. */
    void delete(Path path) throws IOException;

    /** Waits until a folder's entries are on the disk. */
    void sync(Path folder) throws IOException;

    /** A finished copy. */
    record Copied(String digest, long size) {}
}
