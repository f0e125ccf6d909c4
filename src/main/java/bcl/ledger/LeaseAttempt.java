package bcl.ledger;

import java.time.Instant;

/** What came of an attempt to take the lease. */
public sealed interface LeaseAttempt {
    /** It is ours. The token is higher than every one before it. */
    record Taken(long token) implements LeaseAttempt {}

    /**
     * Another has it.
     *
     * @param beat its heartbeat; while it moves the holder lives
     * @param expires by the database's clock
     */
    record HeldBy(String holder, long token, long beat, Instant expires) implements LeaseAttempt {
        boolean isSameBeatAs(HeldBy other) {
            return token == other.token && beat == other.beat;
        }
    }
}
