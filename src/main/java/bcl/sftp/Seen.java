package bcl.sftp;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as it was at one moment, read without following links.
 *
 * @param key tells two files apart for as long as both exist, whatever their names
 * @param regular whether it is a file and no link, folder, pipe or device
 */
record Seen(Object key, boolean regular, boolean folder, long size, Instant modified) {
    /** Empty if nothing has the name. */
    static Optional<Seen> at(Path path) throws IOException {
        try {
            BasicFileAttributes read = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            Object key = read.fileKey();
            if (key == null) {
                throw new IOException("this file system does not tell files apart by a key");
            }
            Instant modified = read.lastModifiedTime().toInstant();
            return Optional.of(new Seen(key, read.isRegularFile(), read.isDirectory(), read.size(), modified));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        }
    }
}
