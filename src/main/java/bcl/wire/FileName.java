package bcl.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name of the agreed form, {@code AAAnn.XN999999.TTT} (interface, section 1).
 *
 * @param number the generation number, 1 to 999999
 */
public record FileName(StreamName stream, int number) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{2}(?:0[1-9]|[1-9][0-9]))\\.([PT]N)([0-9]{6})\\.([A-Z]{3})");

    /** Reads a name; empty if it has another form (FIL00001). */
    public static Optional<FileName> parse(String name) {
        Matcher m = FORM.matcher(name);
        if (!m.matches() || "000000".equals(m.group(3))) {
            return Optional.empty();
        }
        StreamName stream = new StreamName(m.group(1), Environment.valueOf(m.group(2)), m.group(4));
        return Optional.of(new FileName(stream, Integer.parseInt(m.group(3))));
    }

    public String organisation() {
        return stream.organisation();
    }

    public boolean isTest() {
        return stream.environment().isTest();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s.%s%06d.%s", stream.system(), stream.environment(), number, stream.type());
    }
}
