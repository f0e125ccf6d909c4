package bcl.reference;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A line with quotes, characters beyond ASCII or a CR: strictly decoded, and checked to be one whole record. */
final class UnusualLine {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // No line is decoded that is longer; a byte gives at most one character.
    private final CharBuffer decoded = CharBuffer.allocate(LineGuard.LONGEST_LINE);

    static boolean startsWithMark(byte[] bytes, int from, int to) {
        return to - from >= 3
                && bytes[from] == (byte) 0xef
                && bytes[from + 1] == (byte) 0xbb
                && bytes[from + 2] == (byte) 0xbf;
    }

    /** What is wrong with the line, or null: then {@link #copyTo} gives its text. */
    @Nullable
    String decode(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        if (end == from) {
            return "the line is empty";
        }
        decoded.clear();
        CoderResult result = decoder.reset().decode(ByteBuffer.wrap(bytes, from, end - from), decoded, true);
        if (result.isError() || decoder.flush(decoded).isError()) {
            return "the line is not UTF-8";
        }
        decoded.flip();
        return textProblem(decoded.array(), decoded.limit());
    }

    int copyTo(char[] out, int at) {
        int length = decoded.remaining();
        decoded.get(out, at, length);
        return at + length;
    }

    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private static @Nullable String textProblem(char[] text, int length) {
        Place place = Place.FIELD_START;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (Character.isISOControl(c)) {
                return "the line has a control character";
            }
            if (c == '"' && place == Place.PLAIN) {
                return "a quote is inside a field that does not begin with one";
            }
            if (c != '"' && c != ',' && place == Place.QUOTE_IN_QUOTED) {
                return "text follows a closing quote";
            }
            place = after(place, c);
        }
        return place == Place.QUOTED ? "a quote is not closed" : null;
    }

    private static Place after(Place place, char c) {
        if (place == Place.QUOTED) {
            return c == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
        }
        if (c == ',') {
            return Place.FIELD_START;
        }
        return c == '"' ? Place.QUOTED : Place.PLAIN;
    }
}
