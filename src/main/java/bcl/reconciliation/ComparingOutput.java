package bcl.reconciliation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Compares what is written with what can be read, up to the first byte that differs. */
final class ComparingOutput extends OutputStream {
    private final InputStream other;
    private long line = 1;
    private boolean differs;

    ComparingOutput(InputStream other) {
        this.other = other;
    }

    @Override
    public void write(int b) throws IOException {
        if (!differs) {
            differs = other.read() != (b & 0xFF);
            line += !differs && b == '\n' ? 1 : 0;
        }
    }

    /** The line of the first difference; the one after the last if all that was written is the same. */
    long line() {
        return line;
    }
}
