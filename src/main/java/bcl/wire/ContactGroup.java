package bcl.wire;

import java.util.List;

/**
 * A contact of an inbound file: its {@code L01} and all lines up to the next one or the trailer.
 *
 * @param ordinal its place among the groups of the file, from 0
 * @param records in the order of the file; the first is the {@code L01}. At most {@link #KEPT}: a group has 57 records at most
 *     if nothing is wrong with it, so that one that is longer already has more than 15 reasons
 * @param tail what the records that were not kept still decide
 */
public record ContactGroup(int ordinal, List<InboundRecord> records, GroupTail tail) {
    public static final int KEPT = 80;

    public ContactGroup {
        records = List.copyOf(records);
    }

    public InboundRecord contact() {
        return records.get(0);
    }

    public long line() {
        return contact().line();
    }
}
