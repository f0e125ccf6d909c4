package bcl.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a rerun of a file would come to, as things stand.
 *
 * @param snapshotId the snapshot that its contacts are checked against, null if it has not been begun
 * @param firstCrn the first number of its block, null if it has none yet or is a test file
 * @param totals the counts that its answer would tell; none unless it is a {@code BCR}
 * @param detail for people: the answer's name, the reasons, or why it would fail
 */
public record RerunPlan(
        long fileId,
        @Nullable Long snapshotId,
        @Nullable Long firstCrn,
        Foresight foresight,
        Totals totals,
        String detail) {
    /** What would come of it. */
    public enum Foresight {
        /** An answer for each contact. */
        BCR,
        /** The file is rejected as a whole. */
        FRJ,
        /** Its answer is recorded already and would be put into {@code outbound/}. */
        RECORDED,
        /** It repeats an earlier delivery, whose answer stands. */
        REPEATED,
        /** The engine would fail on it again. */
        FAILURE
    }
}
