package bcl.commands;

import java.time.DateTimeException;
import java.time.Period;

/** Periods of years, months and days as operators write them. */
public final class Periods {
    private Periods() {}

    /**
     * Reads {@code P7Y}, {@code P18M}, {@code P1Y6M} or {@code P90D}.
     *
     * @throws DateTimeException for anything else, and for less than a day
     */
    public static Period of(String text) {
        Period period = Period.parse(text);
        if (period.isZero() || period.isNegative()) {
            throw new DateTimeException("not a day or more: " + text);
        }
        return period;
    }
}
