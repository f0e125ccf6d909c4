package bcl.parsing;

import java.util.BitSet;
import java.util.List;

/**
 * How a file can be worked on in parts, and what its groups have in common. Holds group ordinals, from 0.
 *
 * @param parts all groups, in order; none if the file has more contacts than allowed or is not plain text, since it is
 *     rejected then
 * @param groups in all parts
 * @param trailerLine the line of the trailer, 0 if there is none
 * @param repeatedReferences groups whose ORIGINATOR_REFERENCE an earlier group carries (CON00004); exact
 * @param deferred groups whose contact code and MPRN, or whose PREVIOUS_CONTACT_REFERENCE, other groups have as well: whether
 *     one of them is accepted may depend on the others
 * @param deferredAt where the deferred groups lie, if they are few
 */
public record FilePlan(
        List<Part> parts, int groups, long trailerLine, BitSet repeatedReferences, BitSet deferred, Places deferredAt) {
    static final FilePlan NONE = new FilePlan(List.of(), 0, 0, new BitSet(), new BitSet(), Places.NONE);

    public FilePlan {
        parts = List.copyOf(parts);
        repeatedReferences = (BitSet) repeatedReferences.clone();
        deferred = (BitSet) deferred.clone();
    }

    /** A copy. */
    @Override
    public BitSet repeatedReferences() {
        return (BitSet) repeatedReferences.clone();
    }

    /** A copy. */
    @Override
    public BitSet deferred() {
        return (BitSet) deferred.clone();
    }

    public boolean repeatsReference(int group) {
        return repeatedReferences.get(group);
    }

    public boolean isDeferred(int group) {
        return deferred.get(group);
    }

    /** The first deferred group that is not before a group; -1 if there is none. */
    public int nextDeferred(int group) {
        return deferred.nextSetBit(group);
    }
}
