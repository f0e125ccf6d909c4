package bcl.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run, as the ledger has it.
 *
 * @param endedAt null while it runs, or if it was killed and nobody noticed yet
 * @param exitCode null while it runs, and for a run that was killed
 */
public record Run(
        long id,
        NewRun start,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        @Nullable String detail) {
    public boolean isRunning() {
        return endedAt == null;
    }
}
