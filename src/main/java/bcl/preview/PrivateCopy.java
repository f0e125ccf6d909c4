package bcl.preview;

import bcl.wire.ContentDigest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/**
 * A copy of a sender's file that only we know, since it is read several times and its sender may change it meanwhile. It lies
 * among the system's temporary files, readable by its owner alone, and is deleted by {@link #close}, or when the process is asked
 * to end before.
 *
 * @param digest SHA-256 of all bytes, lower-case hexadecimal
 * @param size of all bytes; what is above the limit is counted and not kept
 */
record PrivateCopy(Path path, String digest, long size) implements Closeable {
    private static final int BUFFER = 1 << 16;

    static PrivateCopy of(Path file, long mostKept) throws IOException {
        Path copy = Leftovers.create();
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), ContentDigest.newSha256());
                OutputStream out = Files.newOutputStream(copy)) {
            long size = pass(in, out, mostKept);
            return new PrivateCopy(
                    copy, HexFormat.of().formatHex(in.getMessageDigest().digest()), size);
        } catch (IOException | RuntimeException e) {
            Leftovers.delete(copy);
            throw e;
        }
    }

    private static long pass(InputStream in, OutputStream out, long mostKept) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            size += count;
            if (size <= mostKept) {
                out.write(buffer, 0, count);
            }
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        Leftovers.delete(path);
    }
}
