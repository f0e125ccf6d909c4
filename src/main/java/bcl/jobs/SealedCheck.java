package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.wire.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether a sealed copy still has the bytes that were taken: asked by each attempt, before anything is read from it. */
final class SealedCheck {
    private static final int BUFFER = 1 << 16;

    private final Home home;

    SealedCheck(Home home) {
        this.home = home;
    }

    /** @throws InvariantBroken if the copy was altered */
    void check(LedgerFile file) throws IOException {
        Path copy = home.sealed(file.digest());
        String found = digest(copy);
        if (!found.equals(file.digest())) {
            throw new InvariantBroken("its sealed copy in the archive was altered: the digest is " + found
                    + " now. Restore the copy from a backup, then rerun the file");
        }
    }

    private static String digest(Path copy) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(copy)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha256.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
