package bcl.wire;

import java.util.Set;

/**
 * What the records of an overlong group beyond {@link ContactGroup#KEPT} decide about reasons in its first lines, in constant
 * memory.
 *
 * @param ids the known record ids among them (REC00011)
 * @param addressTypes the types of their L02 that passed (REC00011, CON00012)
 * @param everyAddressTypePassed whether the type of each of their L02 passed
 * @param largestDials the largest NUMBER_OF_DIALS_OR_DIGITS of their L04 that passed, 0 if none (RDG00001)
 * @param everyDialsGiven whether each of their L04 gives one that passed
 * @param requestedStatuses the REQUESTED_STATUS of their L06 that passed (MPR00005)
 */
public record GroupTail(
        Set<String> ids,
        Set<String> addressTypes,
        boolean everyAddressTypePassed,
        long largestDials,
        boolean everyDialsGiven,
        Set<String> requestedStatuses) {
    /** Of a group that was kept whole. */
    public static final GroupTail NONE = new GroupTail(Set.of(), Set.of(), true, 0, true, Set.of());

    public GroupTail {
        ids = Set.copyOf(ids);
        addressTypes = Set.copyOf(addressTypes);
        requestedStatuses = Set.copyOf(requestedStatuses);
    }
}
