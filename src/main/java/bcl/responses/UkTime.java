package bcl.responses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as answers show them, in UK local time. */
final class UkTime {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    private UkTime() {}

    static LocalDate localDate(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** {@code HHMMSS}; the second is cut, not rounded. */
    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZONE));
    }
}
