package bcl.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one contact code needs: a row of {@code schemas/contact-codes.csv} (interface, section 5).
 *
 * @param aliases other spellings that are read as this code, such as {@code FILE}
 * @param records what each child record id is to this code; an id that is missing is not allowed
 * @param addressTypes the types of L02 that may be there, the first of which must if L02 is mandatory; empty: any
 * @param mandatoryFields fields that this code needs beyond the tables, as {@code L08.4} (REC00002)
 * @param meterPointExists true: the number must be in the snapshot (MPR00003); false: it must not be (MPR00009)
 * @param ownerChecked whether the meter point must be the sender's (MPR00004)
 * @param requestedStatuses what L06.2 may ask for (MPR00005); empty: any
 * @param presentStatuses by requested status, or by {@code *} for any request, the present ones that fit (MPR00005)
 * @param gasContradictions by requested status, or by {@code *}, the L06.6 that contradicts it (MPR00008)
 * @param meterClasses the classes that may raise it; empty: any
 * @param wrongClass the reason for another class; meaningless if {@code meterClasses} is empty
 * @param creationAdvice whether an unknown meter point with a proposed address gets the advice CON00012
 */
public record ContactCode(
        String code,
        String name,
        List<String> aliases,
        Set<Role> roles,
        Need mprn,
        Need serialNumber,
        Map<String, Need> records,
        List<String> addressTypes,
        Set<String> mandatoryFields,
        boolean meterPointExists,
        boolean ownerChecked,
        Set<String> requestedStatuses,
        Map<String, Set<String>> presentStatuses,
        Map<String, Set<String>> gasContradictions,
        Set<Integer> meterClasses,
        Reason wrongClass,
        boolean creationAdvice) {
    public ContactCode {
        aliases = List.copyOf(aliases);
        roles = Set.copyOf(roles);
        records = Map.copyOf(records);
        addressTypes = List.copyOf(addressTypes);
        mandatoryFields = Set.copyOf(mandatoryFields);
        requestedStatuses = Set.copyOf(requestedStatuses);
        presentStatuses = Map.copyOf(presentStatuses);
        gasContradictions = Map.copyOf(gasContradictions);
        meterClasses = Set.copyOf(meterClasses);
    }

    public Need need(String recordId) {
        return records.getOrDefault(recordId, Need.N);
    }
}
