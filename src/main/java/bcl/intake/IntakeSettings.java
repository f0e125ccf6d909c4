package bcl.intake;

import java.time.Duration;

/**
 * When a file counts as complete (docs/commands.md, "When a file is complete"), and how many are taken at once.
 *
 * @param quietPeriod how long a file that ends with {@code Z99} must not have changed
 * @param incompleteAfter how long a file without {@code Z99} at its end must not have changed
 * @param sealers files that are copied at the same time: each waits for the disk most of its time
 * @param filesABatch files that are recorded in one transaction
 * @param bytesABatch a batch ends with the file that goes beyond it, so that a crash repeats little copying
 * @param lockPatience how long another process that takes files may stand still before this one goes on without taking any
 */
public record IntakeSettings(
        Duration quietPeriod,
        Duration incompleteAfter,
        int sealers,
        int filesABatch,
        long bytesABatch,
        Duration lockPatience) {
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);

    public IntakeSettings {
        if (quietPeriod.isNegative() || incompleteAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "bcl.intake.quiet-period and bcl.intake.incomplete-after must not be negative: " + quietPeriod
                            + ", " + incompleteAfter);
        }
        if (sealers < 1 || filesABatch < 1 || bytesABatch < 1) {
            throw new IllegalArgumentException("sealers, files a batch and bytes a batch must be at least 1");
        }
    }

    /** With the patience that ships. */
    public IntakeSettings(
            Duration quietPeriod, Duration incompleteAfter, int sealers, int filesABatch, long bytesABatch) {
        this(quietPeriod, incompleteAfter, sealers, filesABatch, bytesABatch, LOCK_PATIENCE);
    }

    public static IntakeSettings defaults() {
        return of(Duration.ofSeconds(10), Duration.ofHours(1));
    }

    public static IntakeSettings of(Duration quietPeriod, Duration incompleteAfter) {
        return new IntakeSettings(quietPeriod, incompleteAfter, 32, 2000, 256L << 20);
    }
}
