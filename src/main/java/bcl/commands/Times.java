package bcl.commands;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Times of day as operators write them. */
public final class Times {
    private static final Pattern FORM = Pattern.compile("[0-9]{2}:[0-9]{2}");

    private Times() {}

    /**
     * Reads {@code HH:MM}.
     *
     * @throws DateTimeException for anything else
     */
    public static LocalTime hoursAndMinutes(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new DateTimeException("not HH:MM: " + text);
        }
        return LocalTime.parse(text);
    }
}
