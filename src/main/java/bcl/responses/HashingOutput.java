package bcl.responses;

import bcl.wire.ContentDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Passes bytes on, counts them and takes their SHA-256. Closing it leaves the target open. */
final class HashingOutput extends OutputStream {
    private final OutputStream target;
    private final MessageDigest digest = ContentDigest.newSha256();
    private long size;

    HashingOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        target.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    long size() {
        return size;
    }

    /** The digest of all that was written; to be asked once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
