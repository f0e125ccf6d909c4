package bcl.night;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One night's window as instants. Both ends are computed from local time, never one from the other: on the nights when the
 * clocks change, the window of 00:00 to 07:00 lasts six or eight hours.
 *
 * @param opens the first moment inside
 * @param closes the first moment outside
 */
public record Window(Instant opens, Instant closes) {
    public Window {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("A window that closes at " + closes + " cannot open at " + opens);
        }
    }

    /** The window that is open at this instant, if one is. */
    public static Optional<Window> containing(Instant instant, WindowSettings settings) {
        return around(instant, settings)
                .filter(window -> window.contains(instant))
                .findFirst();
    }

    /** The first window that opens after this instant. */
    public static Window next(Instant instant, WindowSettings settings) {
        return around(instant, settings)
                .filter(window -> window.opens().isAfter(instant))
                .findFirst()
                .orElseThrow();
    }

    /** The window that opens on this UK date; empty if a change of the clocks leaves nothing of it. */
    public static Optional<Window> on(LocalDate date, WindowSettings settings) {
        LocalDate closing = settings.closes().isAfter(settings.opens()) ? date : date.plusDays(1);
        // In the hour that is there twice both ends are the first of the two, so that no second outside is let in.
        Instant opens = UkTime.momentsOf(date, settings.opens()).get(0);
        Instant closes = UkTime.momentsOf(closing, settings.closes()).get(0);
        return opens.isBefore(closes) ? Optional.of(new Window(opens, closes)) : Optional.empty();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(opens) && instant.isBefore(closes);
    }

    public Duration length() {
        return Duration.between(opens, closes);
    }

    private static Stream<Window> around(Instant instant, WindowSettings settings) {
        LocalDate today = UkTime.localDate(instant);
        return LongStream.rangeClosed(-1, 3).mapToObj(today::plusDays).flatMap(day -> on(day, settings).stream());
    }
}
