package bcl.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that begins.
 *
 * @param command such as {@code night}
 * @param holder who runs it, as in {@link NightLease}
 * @param opens the window in which it began, null outside of it
 * @param overrideReason why it may run outside the window, null if it need not
 * @param program which program it is, and so by which rules it decides; null for runs of before this was recorded
 */
public record NewRun(
        String command,
        String holder,
        Instant startedAt,
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable String overrideReason,
        @Nullable String program) {}
