package bcl.responses;

import bcl.ledger.Answer;
import bcl.responses.Publication.AlreadyThere;
import bcl.responses.Publication.Refused;
import bcl.wire.FileName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** One organisation's {@code outbound/}. */
record OutboundFolder(Path path, Disk disk) {
    private static final Pattern TEMPORARY =
            Pattern.compile("\\.[A-Z][A-Z0-9]{2}[0-9]{2}\\.[PT]N[0-9]{6}\\.[A-Z]{3}\\.[0-9a-f]{16}\\.tmp");

    Path target(FileName name) {
        return path.resolve(name.toString());
    }

    /** A new temporary file for this answer; the folder is made if it is missing. */
    TempFile temporary(FileName name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            // Whoever made it would have the answer written where they like.
            throw new FileSystemException(path.toString(), null, "outbound is a link; make it a folder");
        }
        make(path);
        long random = ThreadLocalRandom.current().nextLong();
        return new TempFile(path.resolve(String.format(Locale.ROOT, ".%s.%016x.tmp", name, random)), disk);
    }

    /** Looks for what lies under the final name; empty if nothing does. */
    Optional<Publication> compare(Answer answer) throws IOException {
        Path target = target(answer.name());
        try {
            BasicFileAttributes found =
                    Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean same = found.isRegularFile() && found.size() == answer.size() && hasBytesOf(answer, target);
            return Optional.of(
                    same
                            ? new AlreadyThere(answer)
                            : new Refused(
                                    answer,
                                    "another file lies under the name of the answer " + answer.name()
                                            + "; find out whose it is, move it away and rerun the file"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean hasBytesOf(Answer answer, Path target) throws IOException {
        HashingOutput hashing = new HashingOutput(OutputStream.nullOutputStream());
        Files.copy(target, hashing);
        return hashing.hex().equals(answer.digest());
    }

    /** Makes the names in the folder durable. */
    void sync() throws IOException {
        sync(path);
    }

    /** Removes what earlier runs left behind and gives the number of files. Only while nobody else publishes. */
    int removeLeftovers() throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, OutboundFolder::isTemporary)) {
            for (Path file : files) {
                removed += Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        return removed;
    }

    private static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(String.valueOf(file.getFileName())).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void make(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (Files.isDirectory(folder) || parent == null) {
            return;
        }
        make(parent);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Another thread was faster; a file in its place is an error.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        sync(parent);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
