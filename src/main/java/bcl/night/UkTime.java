package bcl.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;

/** Instants as UK local time, the time of file records, dates of receipt and the window (interface, "Words"). */
public final class UkTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DATE = digits("uuuuMMdd");
    private static final DateTimeFormatter TIME = digits("HHmmss");
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.UK).withZone(ZONE);

    private UkTime() {}

    /** Domain D: {@code YYYYMMDD}. */
    public static String date(Instant instant) {
        return DATE.format(instant.atZone(ZONE));
    }

    /** {@code HHMMSS}; the second is cut, not rounded. When the clocks go back the digits run backwards. */
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZONE));
    }

    public static LocalDate localDate(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static LocalTime localTime(Instant instant) {
        return LocalTime.ofInstant(instant, ZONE);
    }

    /** For people: {@code 2026-11-21 00:15:12 GMT}. */
    public static String readable(Instant instant) {
        return READABLE.format(instant);
    }

    /**
     * The instants at which UK clocks show this date and time, in order: two of them in the hour that is there twice. A time
     * in the hour that is left out stands for the moment at which the clocks are put forward.
     */
    static List<Instant> momentsOf(LocalDate date, LocalTime time) {
        ZoneRules rules = ZONE.getRules();
        LocalDateTime local = date.atTime(time);
        ZoneOffsetTransition change = rules.getTransition(local);
        return change != null && change.isGap()
                ? List.of(change.getInstant())
                : rules.getValidOffsets(local).stream().map(local::toInstant).toList();
    }

    private static DateTimeFormatter digits(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
