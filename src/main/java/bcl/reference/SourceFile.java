package bcl.reference;

import bcl.wire.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reference file as it was found: what tells whether it changed since, and the digest of all its bytes.
 *
 * @param key the file's identity on its volume, so that a file renamed over it is noticed; null where there is none
 */
record SourceFile(
        Path path, long size, FileTime modified, @Nullable Object key, String digest) {
    /** Reads the file once; throws {@link SourceUnreadable} if that is not possible. */
    static SourceFile look(Path path) throws SourceUnreadable {
        try {
            BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
            if (!before.isRegularFile()) {
                throw new NoSuchFileException(path.toString(), null, "not a regular file");
            }
            String digest = digestOf(path);
            return new SourceFile(path, before.size(), before.lastModifiedTime(), before.fileKey(), digest);
        } catch (IOException e) {
            throw new SourceUnreadable(e);
        }
    }

    String name() {
        return Objects.toString(path.getFileName());
    }

    /** Whether the file is still the one that was looked at, and the bytes that were read since are the same. */
    boolean isStill(String digestRead) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.size() == size
                    && now.lastModifiedTime().equals(modified)
                    && Objects.equals(now.fileKey(), key)
                    && digestRead.equals(digest);
        } catch (IOException e) {
            return false;
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digestOf(Path path) throws IOException {
        MessageDigest digest = ContentDigest.newSha256();
        byte[] block = new byte[1 << 17];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return hex(digest);
    }
}
