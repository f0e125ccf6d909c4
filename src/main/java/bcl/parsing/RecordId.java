package bcl.parsing;

import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What record a line is (interface, section 7, "Structure"): the characters before the first comma, trimmed, without a pair of
 * quotes around them, trimmed again, whatever follows. Works on bytes and allocates nothing but the text that is asked for.
 */
final class RecordId {
    static final String HEADER = "A00";
    static final String CONTACT = "L01";
    static final String TRAILER = "Z99";

    private static final RecordLayout[] LAYOUTS = Layouts.inbound().all().toArray(RecordLayout[]::new);
    private static final int[] CODES =
            List.of(LAYOUTS).stream().mapToInt(layout -> code(layout.id())).toArray();

    private RecordId() {}

    /** The record type of a line, or null if its id is unknown. */
    static @Nullable RecordLayout layout(byte[] bytes, int start, int length) {
        long range = range(bytes, start, length);
        int from = from(range);
        if (to(range) - from != 3) {
            return null;
        }
        int code = code(bytes[from] & 0xFF, bytes[from + 1] & 0xFF, bytes[from + 2] & 0xFF);
        for (int i = 0; i < CODES.length; i++) {
            if (CODES[i] == code) {
                return LAYOUTS[i];
            }
        }
        return null;
    }

    static String text(byte[] bytes, int start, int length) {
        long range = range(bytes, start, length);
        return new String(bytes, from(range), to(range) - from(range), StandardCharsets.ISO_8859_1);
    }

    /** Whether a line is blank: empty, or of spaces alone. */
    static boolean isBlank(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** First and one past the last byte of the id, packed. */
    private static long range(byte[] bytes, int start, int length) {
        int to = start;
        while (to < start + length && bytes[to] != ',') {
            to++;
        }
        int from = afterSpaces(bytes, start, to);
        to = beforeSpaces(bytes, from, to);
        if (to - from >= 2 && bytes[from] == '"' && bytes[to - 1] == '"') {
            from = afterSpaces(bytes, from + 1, to - 1);
            to = beforeSpaces(bytes, from, to - 1);
        }
        return ((long) from << 32) | to;
    }

    private static int from(long range) {
        return (int) (range >>> 32);
    }

    private static int to(long range) {
        return (int) range;
    }

    static int afterSpaces(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        return i;
    }

    static int beforeSpaces(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && bytes[i - 1] == ' ') {
            i--;
        }
        return i;
    }

    private static int code(String id) {
        return code(id.charAt(0), id.charAt(1), id.charAt(2));
    }

    private static int code(int first, int second, int third) {
        return (first << 16) | (second << 8) | third;
    }
}
