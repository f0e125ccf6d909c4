package bcl.sftp;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Files of {@code keys/}, and who may touch them. */
final class KeyFiles {
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFiles() {}

    /** @throws IOException saying what is wrong, unless the file is its owner's alone, as 0600 and 0400 are */
    static void requireOwnersAlone(Path file) throws IOException {
        PosixFileAttributes found = Files.readAttributes(file, PosixFileAttributes.class);
        if (!found.isRegularFile()) {
            throw new IOException("it is no regular file");
        }
        if (!OWNERS.containsAll(found.permissions())) {
            throw new IOException(
                    "others than its owner can use it (" + PosixFilePermissions.toString(found.permissions())
                            + "); find out who could have read it, then set it to 0600");
        }
    }

    /** Whether nobody but the owner can change the file or folder. */
    static boolean isSafe(PosixFileAttributes found) {
        return found.permissions().stream().noneMatch(OTHERS_WRITE::contains);
    }

    /**
     * Writes a file whole or not at all; it is on the disk when this returns.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there; it is left alone
     */
    static void writeNew(Path file, byte[] bytes, String permissions) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        var attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        try {
            try (FileChannel out = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), attribute)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            link(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel entries = FileChannel.open(folder, READ)) {
                entries.force(true);
            }
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // A volume without hard links: not in one step, but as good as it can.
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
