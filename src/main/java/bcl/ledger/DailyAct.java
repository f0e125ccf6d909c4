package bcl.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a service did by itself on a day.
 *
 * @param ended null while it goes on, or if its process died
 * @param figure what is counted, such as differences; null if it failed
 */
public record DailyAct(
        String name,
        LocalDate day,
        @Nullable Instant ended,
        @Nullable Long figure,
        String detail) {}
