package bcl.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the interface says that a file holds (sections 2 and 7), read again from its sentences in the plainest way: the whole file
 * in memory, one string a line.
 *
 * @param lines without their ends; the first has number 1
 */
record Reading(byte[] bytes, List<String> lines) {
    static final int LONGEST = 2_000;

    private static final String MARK = "\u00EF\u00BB\u00BF";
    private static final Pattern FIELD = Pattern.compile("\\G *(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\" *|([^\",]*+))(,|\\z)");
    private static final Pattern CODED = Pattern.compile(
            "(?:\u001F\u008B|\u001F\u009D|PK(?:\u0003\u0004|\u0005\u0006|\u0007\u0008)|BZh|\u00FD7zXZ\0|\\(\u00B5/\u00FD|7z\u00BC\u00AF'\u001C|\u00FE\u00FF|\u00FF\u00FE|\0.\0.|.\0.\0).*",
            Pattern.DOTALL);

    static Reading of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String rest = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
            lines.add(rest.substring(from, end > from && rest.charAt(end - 1) == '\r' ? end - 1 : end));
            from = end + 1;
        }
        if (from < rest.length()) {
            lines.add(rest.substring(from));
        }
        return new Reading(bytes, lines);
    }

    boolean isPlainText() {
        return !CODED.matcher(new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1))
                .matches();
    }

    String line(int number) {
        return lines.get(number - 1);
    }

    /** The last line that is not blank; 0 if there is none. */
    int last() {
        int last = lines.size();
        while (last > 0 && trim(line(last)).isEmpty()) {
            last--;
        }
        return last;
    }

    List<Integer> linesOf(String id) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            if (id(number).equals(id)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Section 7: the characters before the first comma, trimmed, without a pair of quotes around them, trimmed again. */
    String id(int number) {
        String line = line(number);
        int comma = line.indexOf(',');
        String first = trim(comma < 0 ? line : line.substring(0, comma));
        boolean quoted = first.length() > 1 && first.startsWith("\"") && first.endsWith("\"");
        return quoted ? trim(first.substring(1, first.length() - 1)) : first;
    }

    boolean isTooLong(int number) {
        return line(number).length() > LONGEST;
    }

    boolean hasBadCharacter(int number) {
        return isBad(line(number));
    }

    static boolean isBad(String text) {
        return !text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
    }

    /** Sections 2.3 and 2.4; null if it is too long or badly quoted. */
    @Nullable
    List<String> fields(int number) {
        return isTooLong(number) ? null : fields(line(number));
    }

    static @Nullable List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            fields.add(quoted == null ? trim(matcher.group(2)) : trim(quoted).replace("\"\"", "\""));
            if (matcher.group(3).isEmpty()) {
                return matcher.end() == line.length() ? fields : null;
            }
        }
        return null;
    }

    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
