package bcl.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256, compared by value: of a contact's stored content, by which a contact sent again is known. Immutable. */
public final class ContentDigest {
    private static final int LENGTH = 32;
    private static final int BUFFER = 1 << 16;

    /** One a thread, since looking the algorithm up, or copying it, costs as much as a digest. */
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(ContentDigest::newSha256);

    private final byte[] bytes;

    private ContentDigest(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** From the 32 bytes that were stored; they are copied. */
    public static ContentDigest of(byte[] bytes) {
        return new ContentDigest(bytes.clone());
    }

    /** Of a text whose characters are single bytes. */
    public static ContentDigest sha256(String text) {
        return new ContentDigest(SHA256.get().digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** For what is read piece by piece. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * SHA-256 of a file's bytes, lower-case hexadecimal; in constant memory.
     *
     * @param links {@code NOFOLLOW_LINKS} for a file that others may have replaced by a link, which is refused then
     */
    public static String ofFile(Path file, LinkOption... links) throws IOException {
        MessageDigest sha256 = newSha256();
        try (InputStream in = Files.newInputStream(file, links)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha256.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentDigest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal, 64 characters. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
