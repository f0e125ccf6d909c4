package bcl.parsing;

import bcl.wire.GroupTail;
import java.util.List;

/**
 * The lines of one contact, not looked into yet; {@link InboundParser#parse(RawGroup)} does that.
 *
 * @param ordinal its place among the groups of the file, from 0
 * @param lines the first of them, at most {@link bcl.wire.ContactGroup#KEPT}
 * @param tail what the others decide
 * @param endOffset the byte of the file at which the next group, or the trailer, begins
 * @param nextLine the number of the line that begins there
 */
public record RawGroup(int ordinal, List<RawLine> lines, GroupTail tail, long endOffset, long nextLine) {
    public RawGroup {
        lines = List.copyOf(lines);
    }

    /** Its bytes in the file. What is kept in memory is about that, or less. */
    public long size() {
        return endOffset - lines.get(0).offset();
    }
}
