package bcl.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stream of generation numbers, such as {@code XYZ01.PN.BCL} (interface, section 1).
 *
 * @param system short code and two digits, {@code AAAnn}
 * @param type three letters, the file type
 */
public record StreamName(String system, Environment environment, String type) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{2}(?:0[1-9]|[1-9][0-9]))\\.([PT]N)\\.([A-Z]{3})");

    /** Reads {@code AAAnn.PN.TTT}; empty if the text has another form. */
    public static Optional<StreamName> parse(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches()
                ? Optional.of(new StreamName(m.group(1), Environment.valueOf(m.group(2)), m.group(3)))
                : Optional.empty();
    }

    public String organisation() {
        return system.substring(0, 3);
    }

    /** The stream of another file type beside this one: answers carry the same system and environment. */
    public StreamName withType(String otherType) {
        return new StreamName(system, environment, otherType);
    }

    @Override
    public String toString() {
        return system + "." + environment + "." + type;
    }
}
