package bcl.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a command prints, up to a limit; the rest is dropped, and that is told. */
final class BoundedOutput extends ByteArrayOutputStream {
    private static final int LIMIT = 64 << 20;

    private boolean complete = true;

    @Override
    public synchronized void write(int b) {
        if (count < LIMIT) {
            super.write(b);
        } else {
            complete = false;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int fits = Math.min(length, LIMIT - count);
        super.write(bytes, offset, fits);
        complete &= fits == length;
    }

    synchronized boolean isComplete() {
        return complete;
    }

    byte[] bytes() {
        return toByteArray();
    }

    String text() {
        return toString(StandardCharsets.UTF_8);
    }
}
