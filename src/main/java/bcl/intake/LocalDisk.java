package bcl.intake;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import bcl.wire.ContentDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The machine's file systems. Thread-safe. */
final class LocalDisk implements Disk {
    private static final FileAttribute<?> SEALED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------"));
    private static final int BLOCK = 64 * 1024;

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    @Override
    public Entry entry(Path path) throws IOException {
        BasicFileAttributes read = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
        Object key = read.fileKey();
        if (key == null) {
            throw new IOException("this file system does not tell files apart by a key");
        }
        Entry.Kind kind = read.isRegularFile()
                ? Entry.Kind.FILE
                : read.isDirectory() ? Entry.Kind.FOLDER : read.isSymbolicLink() ? Entry.Kind.LINK : Entry.Kind.OTHER;
        return new Entry(kind, key, read.size(), read.lastModifiedTime().toInstant());
    }

    @Override
    public Instant lastStatusChange(Path file) throws IOException {
        return ((FileTime) Files.getAttribute(file, "unix:ctime", NOFOLLOW_LINKS)).toInstant();
    }

    @Override
    public byte[] tail(Path file, int most) throws IOException {
        try (FileChannel in = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
            long from = Math.max(0, in.size() - most);
            ByteBuffer bytes = ByteBuffer.allocate((int) (in.size() - from));
            while (bytes.hasRemaining() && in.read(bytes, from + bytes.position()) >= 0) {
                // until full, or the file became shorter
            }
            byte[] tail = new byte[bytes.flip().remaining()];
            bytes.get(tail);
            return tail;
        }
    }

    @Override
    public Copied copy(Path from, Path to) throws IOException {
        Set<OpenOption> make = Set.of(CREATE_NEW, WRITE);
        try (FileChannel in = FileChannel.open(from, READ, NOFOLLOW_LINKS);
                FileChannel out = FileChannel.open(to, make, SEALED)) {
            MessageDigest sha = ContentDigest.newSha256();
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            long size = 0;
            while (in.read(block) >= 0) {
                sha.update(block.array(), 0, block.position());
                size += block.position();
                block.flip();
                while (block.hasRemaining()) {
                    out.write(block);
                }
                block.clear();
            }
            out.force(true);
            return new Copied(HexFormat.of().formatHex(sha.digest()), size);
        }
    }

    @Override
    public String digest(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
            MessageDigest sha = ContentDigest.newSha256();
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            while (in.read(block) >= 0) {
                sha.update(block.array(), 0, block.position());
                block.clear();
            }
            return HexFormat.of().formatHex(sha.digest());
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Folders.make(folder, Folders.OWNER_ONLY);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            if (entry(from).isFile()) {
                throw e;
            }
            // A link or a pipe has no content that could arrive in part: it is made again there.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public boolean moveIfFree(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException e) {
            if (!entry(from).key().equals(entry(to).key())) {
                return false;
            }
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            return renameIfFree(from, to);
        }
        Files.delete(from);
        return true;
    }

    /** Where the volume has no hard links, or forbids them for a stranger's files: not in one step, but as good as it can. */
    private static boolean renameIfFree(Path from, Path to) throws IOException {
        if (Files.exists(to, NOFOLLOW_LINKS)) {
            return false;
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public void sync(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, READ)) {
            entries.force(true);
        }
    }
}
