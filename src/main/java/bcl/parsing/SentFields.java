package bcl.parsing;

import bcl.wire.RecordLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What was sent in chosen lines of a file, read forward once: for answers, which repeat values and judge nothing. Only the
 * chosen lines are split, and no BeanIO is asked, so that a million of them take a second. For one thread.
 */
public final class SentFields implements Closeable {
    private final LineReader lines;
    private final Splitter splitter = new Splitter();
    private long current;
    private boolean hasFields;

    private SentFields(LineReader lines) {
        this.lines = lines;
    }

    public static SentFields open(Path file) throws IOException {
        return open(file, 0, 1);
    }

    /** From the first byte of a line on, so that several can read one file side by side. */
    public static SentFields open(Path file, long offset, long line) throws IOException {
        return new SentFields(LineReader.open(file, offset, line));
    }

    /** The first byte of the line that was gone to. */
    public long offset() {
        return lines.offset();
    }

    /** Goes forward to a line, or stays on it; false if it lies behind or beyond the end of the file. */
    public boolean goTo(long line) throws IOException {
        if (line <= current) {
            return line == current && line > 0;
        }
        while (lines.number() < line) {
            if (!lines.advance()) {
                current = Long.MAX_VALUE;
                return false;
            }
        }
        current = line;
        hasFields = split();
        return true;
    }

    /**
     * A field of the line as sent, trimmed, quotes taken off; may hold characters that are not allowed. Empty if the record has
     * no fields (interface, section 7, "A record").
     */
    public String text(int field) {
        return hasFields ? splitter.text(field) : "";
    }

    private boolean split() {
        RecordLayout layout = RecordId.layout(lines.bytes(), lines.start(), lines.length());
        return layout != null
                && !lines.tooLong()
                && splitter.split(lines.bytes(), lines.start(), lines.length())
                && splitter.count() == layout.fields().size();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
