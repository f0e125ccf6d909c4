package bcl.retention;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long what is kept; null for ever.
 *
 * @param content sealed copies and the records of contacts, from the day on which their file was decided
 * @param answers in {@code outbound/}, from the day on which their organisation collected them
 * @param quarantine from the day on which it was put there
 * @param open whether the content of contacts goes too that nobody has closed
 */
public record Rules(
        @Nullable Period content,
        @Nullable Period answers,
        @Nullable Period quarantine,
        boolean open) {
    /** Everything as long. */
    public static Rules all(Period period, boolean open) {
        return new Rules(period, period, period, open);
    }

    public boolean isNothing() {
        return content == null && answers == null && quarantine == null;
    }
}
