package bcl.night;

import java.time.LocalTime;

/**
 * When the nightly window is open, in UK local time. A window that closes before it opens ends on the next day.
 *
 * @param opens the first moment inside
 * @param closes the first moment outside: with 07:00, 06:59:59 is the last second of the window
 */
public record WindowSettings(LocalTime opens, LocalTime closes) {
    public static final WindowSettings DEFAULT = new WindowSettings(LocalTime.MIDNIGHT, LocalTime.of(7, 0));

    public WindowSettings {
        if (opens.equals(closes)) {
            throw new IllegalArgumentException("the window opens and closes at the same time, " + opens);
        }
    }
}
