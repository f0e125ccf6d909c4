package bcl.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962, section 2.1: leaves begin with a byte 0 and nodes with a byte 1, so that none can be taken for the other.
 * Seals begin with a byte 2. For one thread: the digest is used again, since looking it up costs as much as a hash.
 */
final class Sha256 {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte SEAL = 2;
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of a file's bytes alone. */
    static Hash of(Path file) throws IOException {
        MessageDigest digest = new Sha256().digest;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Hash.of(digest.digest());
    }

    Hash leaf(Canonical content) {
        return of(LEAF, content);
    }

    Hash seal(Canonical content) {
        return of(SEAL, content);
    }

    Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.bytes());
        return Hash.of(digest.digest(right.bytes()));
    }

    private Hash of(byte domain, Canonical content) {
        digest.update(domain);
        digest.update(content.bytes(), 0, content.length());
        return Hash.of(digest.digest());
    }
}
