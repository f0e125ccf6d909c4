package bcl.parsing;

import bcl.wire.Limits;
import java.nio.charset.StandardCharsets;

/**
 * Splits a line into fields (interface, sections 2.3 and 2.4): commas part them, quotes may enclose them, spaces around and
 * inside quotes are cut. Keeps where the fields of the last line lie, and makes text of those alone that are asked for. For
 * one thread.
 */
final class Splitter {
    private static final int MOST_FIELDS = Limits.RECORD_LENGTH + 1;

    private final int[] from = new int[MOST_FIELDS];
    private final int[] to = new int[MOST_FIELDS];
    private final boolean[] doubled = new boolean[MOST_FIELDS];
    private byte[] line = {};
    private int count;

    /**
     * Splits a line of at most 2,000 bytes.
     *
     * @return false if it is badly quoted (REC00015); it then has no fields
     */
    boolean split(byte[] bytes, int start, int length) {
        line = bytes;
        count = 0;
        int end = start + length;
        int i = start;
        while (true) {
            i = RecordId.afterSpaces(bytes, i, end);
            i = i < end && bytes[i] == '"' ? quoted(i + 1, end) : plain(i, end);
            if (i < 0 || i == end) {
                return i == end;
            }
            i++;
        }
    }

    /** Where the field ends, or -1 for a quote inside a field that does not start with one. */
    private int plain(int first, int end) {
        int i = first;
        while (i < end && line[i] != ',') {
            if (line[i] == '"') {
                return -1;
            }
            i++;
        }
        add(first, i, false);
        return i;
    }

    /** Where the field ends, or -1 if its quote is not closed or text follows the closing one. */
    private int quoted(int first, int end) {
        boolean pairs = false;
        int i = first;
        while (i < end && (line[i] != '"' || (i + 1 < end && line[i + 1] == '"'))) {
            pairs |= line[i] == '"';
            i += line[i] == '"' ? 2 : 1;
        }
        if (i == end) {
            return -1;
        }
        add(first, i, pairs);
        i = RecordId.afterSpaces(line, i + 1, end);
        return i == end || line[i] == ',' ? i : -1;
    }

    private void add(int first, int last, boolean pairs) {
        from[count] = RecordId.afterSpaces(line, first, last);
        to[count] = RecordId.beforeSpaces(line, from[count], last);
        doubled[count] = pairs;
        count++;
    }

    int count() {
        return count;
    }

    /** A field by its number, from 1, trimmed. */
    String text(int field) {
        int i = field - 1;
        if (from[i] == to[i]) {
            return "";
        }
        String text = new String(line, from[i], to[i] - from[i], StandardCharsets.ISO_8859_1);
        return doubled[i] ? text.replace("\"\"", "\"") : text;
    }

    /** Whether a field holds a byte that is not allowed (REC00013). */
    boolean hasBadCharacter(int field) {
        return Characters.anyBad(line, from[field - 1], to[field - 1]);
    }
}
