package bcl.intake;

import java.nio.charset.StandardCharsets;

/**
 * Whether a file ends with a {@code Z99} record (interface, section 7, "Structure"; section 2.1), judged by its last bytes alone. Blank lines
 * after it are ignored. A last line that does not begin within those bytes is none: such a file is complete after an hour.
 */
final class LastLine {
    /** Far above the longest record and any sane number of blank lines. */
    static final int TAIL = 64 * 1024;

    private LastLine() {}

    /** @param whole whether {@code tail} is the whole file */
    static boolean isTrailer(byte[] tail, boolean whole) {
        String text = new String(tail, StandardCharsets.ISO_8859_1);
        int end = text.length();
        int start = text.lastIndexOf('\n') + 1;
        String line = text.substring(start, end);
        while (spacesCut(line).isEmpty() && start > 0) {
            end = start - 1;
            start = text.lastIndexOf('\n', end - 1) + 1;
            // Only before an LF is a CR part of the line end, and only one.
            line = text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
        }
        if (start == 0 && !whole) {
            return false;
        }
        return "Z99".equals(recordId(start == 0 && line.startsWith("\u00EF\u00BB\u00BF") ? line.substring(3) : line));
    }

    private static String recordId(String line) {
        int comma = line.indexOf(',');
        String id = spacesCut(comma < 0 ? line : line.substring(0, comma));
        boolean quoted = id.length() >= 2 && id.startsWith("\"") && id.endsWith("\"");
        return quoted ? spacesCut(id.substring(1, id.length() - 1)) : id;
    }

    private static String spacesCut(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(start, end);
    }
}
