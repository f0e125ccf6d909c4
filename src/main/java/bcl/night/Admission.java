package bcl.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.LongStream;

/** Whether a night may run now, and until when (docs/commands.md, {@code night}). */
public sealed interface Admission {
    /**
     * A night may run.
     *
     * @param ends the moment at which nothing may run any more; empty for an override without {@code --until}
     * @param overridden whether it runs outside the window, by override
     */
    record Admitted(Optional<Instant> ends, boolean overridden) implements Admission {}

    /**
     * No night may run.
     *
     * @param next the window to wait for
     */
    record OutsideWindow(Window next) implements Admission {}

    /**
     * Inside the window an override changes nothing, and {@code until} can only end the run earlier. Outside it an override
     * opens, and {@code until} is then the only end.
     *
     * @param until UK local time; it means its next occurrence after {@code now}
     */
    static Admission decide(Instant now, WindowSettings settings, boolean override, Optional<LocalTime> until) {
        Optional<Instant> end = until.map(time -> next(now, time));
        Optional<Window> open = Window.containing(now, settings);
        if (open.isPresent()) {
            Instant closes = open.get().closes();
            return new Admitted(Optional.of(end.filter(closes::isAfter).orElse(closes)), false);
        }
        return override ? new Admitted(end, true) : new OutsideWindow(Window.next(now, settings));
    }

    private static Instant next(Instant now, LocalTime time) {
        LocalDate today = UkTime.localDate(now);
        return LongStream.rangeClosed(0, 2)
                .mapToObj(today::plusDays)
                .flatMap(day -> UkTime.momentsOf(day, time).stream())
                .filter(now::isBefore)
                .findFirst()
                .orElseThrow();
    }
}
