package bcl.ledger;

/** Where a delivery is in its life (docs/architecture.md, "Life of a file"). */
public enum FileState {
    /** Sealed and recorded; nothing was decided yet. */
    TAKEN,
    /** Its contacts are being decided, part by part. */
    OPEN,
    /** The window closed before its last contact was decided; the next night goes on. */
    PAUSED,
    /** Every contact has its outcome; the answer is not yet published. */
    DECIDED,
    /** Rejected as a whole; the answer is not yet published. */
    REJECTED,
    /** Its answer was published. The end. */
    ANSWERED,
    /** The engine failed on it, or an operator keeps it back. */
    HELD;

    public boolean isFinished() {
        return this == ANSWERED;
    }
}
