package bcl.wire;

import java.util.Comparator;

/**
 * One reason about a contact, as the ledger keeps it: where it is, never what was sent (interface, section 6, S72 and L52).
 *
 * @param line the line of the faulty record
 * @param field the field's number, 0 if the reason concerns the record or the group
 * @param recordId the id that L52.3 shows: as sent if it is three allowed characters, the missing id for REC00011, else empty
 */
public record Finding(long line, int field, Reason reason, String recordId) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparingLong(Finding::line)
            .thenComparingInt(Finding::field)
            .thenComparing(finding -> finding.reason().name())
            .thenComparing(Finding::recordId);

    /** The order of section 6: by line, field (none first), code, record id. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
