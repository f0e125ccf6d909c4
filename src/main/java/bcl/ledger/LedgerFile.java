package bcl.ledger;

import bcl.wire.FileFinding;
import bcl.wire.FileName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery, as the ledger has it.
 *
 * @param id the number that {@code status} shows
 * @param organisation short code of the owner of the folder in which it lay
 * @param name as received, unsafe to show as it is
 * @param fileName the name taken apart, null if it has not the agreed form
 * @param digest SHA-256 of its bytes, lower-case hexadecimal; also the name of the sealed copy
 * @param attempt counts the runs that took it up; a commit that carries an older one is refused
 * @param repeatOf the earlier delivery of the same bytes under the same number, whose answer stands for this one too
 * @param findings why it was rejected as a whole; empty if it was not
 * @param snapshotId the snapshot that it is checked against, from its first contact to its last
 * @param firstCrn the first number of the block that was reserved for it
 * @param heldFrom the state to which a held file goes back, null if it is not held
 * @param heldBy the operator who holds it, null if it is not held or the engine failed on it
 */
public record LedgerFile(
        long id,
        String organisation,
        String name,
        @Nullable FileName fileName,
        String digest,
        long size,
        Instant receivedAt,
        FileState state,
        int attempt,
        boolean usesNumber,
        @Nullable Long repeatOf,
        Totals totals,
        List<FileFinding> findings,
        @Nullable Long snapshotId,
        @Nullable Long firstCrn,
        @Nullable Instant decidedAt,
        @Nullable String holdReason,
        @Nullable FileState heldFrom,
        @Nullable String heldBy) {
    public LedgerFile {
        findings = List.copyOf(findings);
    }

    /** Whether an operator keeps it back, which is no failure of the engine. */
    public boolean isKeptBack() {
        return state == FileState.HELD && heldBy != null;
    }

    /** Whether its contacts are being decided, or its answer is made: what lies behind it in its stream is later. */
    public boolean isBegun() {
        return (state == FileState.HELD ? heldFrom : state) != FileState.TAKEN;
    }

    /** As it will be once it is begun: checked against this snapshot, with CRNs from this block. */
    public LedgerFile begun(long snapshot, @Nullable Long firstOfBlock) {
        return new LedgerFile(
                id,
                organisation,
                name,
                fileName,
                digest,
                size,
                receivedAt,
                state,
                attempt,
                usesNumber,
                repeatOf,
                totals,
                findings,
                snapshot,
                firstOfBlock,
                decidedAt,
                holdReason,
                heldFrom,
                heldBy);
    }

    /**
     * When it was decided, as an answer tells it: not before it was received, though the clock was set back between. Null if it is
     * not decided.
     */
    public @Nullable Instant processedAt() {
        return decidedAt != null && decidedAt.isBefore(receivedAt) ? receivedAt : decidedAt;
    }

    /** Whether nothing of it may be logged: a test file leaves no trace (interface, section 1). */
    public boolean isTest() {
        return fileName != null && fileName.isTest();
    }
}
