package bcl.golden;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A night that was run: between these instants everything that it stamped must lie. */
record Night(Path home, int number, Instant began, Instant ended) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Europe/London"));

    /** Whether a stamp (date and time, UK local time) lies within the run; seconds are cut, as the engine cuts them. */
    boolean contains(String stamp) {
        return STAMP.format(began).compareTo(stamp) <= 0 && stamp.compareTo(STAMP.format(ended)) <= 0;
    }
}
