package bcl.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The night that runs now.
 *
 * @param holder the process that runs it
 * @param run its number, null in the moment between lease and record
 * @param closes when its window ends, null outside of a window
 * @param overrideReason why it runs outside the window, null if it does not
 */
public record Running(
        String holder,
        @Nullable Long run,
        @Nullable Instant startedAt,
        @Nullable Instant closes,
        @Nullable String overrideReason) {}
