package bcl.generate;

import bcl.wire.Domain;
import bcl.wire.FieldLayout;
import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes records as the interface writes them: text quoted, the rest not, CRLF. One byte a character. For one thread. */
final class RecordOutput {
    private static final int FLUSH = 1 << 16;

    private final OutputStream out;
    private byte[] buffer = new byte[2 * FLUSH];
    private int length;
    private long records;
    private long bytes;

    RecordOutput(OutputStream out) {
        this.out = out;
    }

    void write(String... fields) throws IOException {
        RecordLayout layout = Layouts.inbound().find(fields[0]);
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                put(',');
            }
            write(fields[i], isText(layout, i));
        }
        put('\r');
        put('\n');
        records++;
        if (length >= FLUSH) {
            flush();
        }
    }

    private static boolean isText(@Nullable RecordLayout layout, int field) {
        if (layout == null || field >= layout.fields().size()) {
            return field == 0;
        }
        FieldLayout of = layout.fields().get(field);
        return of.domain() == Domain.T;
    }

    private void write(String field, boolean quoted) {
        int from = !field.isEmpty() && field.charAt(0) == Draft.RAW ? 1 : 0;
        boolean quotes = quoted && from == 0 && !field.isEmpty();
        if (quotes) {
            put('"');
        }
        for (int i = from; i < field.length(); i++) {
            char c = field.charAt(i);
            if (quotes && c == '"') {
                put('"');
            }
            put(c);
        }
        if (quotes) {
            put('"');
        }
    }

    private void put(char c) {
        if (length == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, 2 * length);
        }
        buffer[length++] = (byte) c;
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        bytes += length;
        length = 0;
    }

    long records() {
        return records;
    }

    /** Up to the last flush. */
    long bytes() {
        return bytes;
    }
}
