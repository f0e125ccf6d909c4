package bcl.validation;

import static bcl.validation.Fields.L02_TYPE;

import bcl.wire.ContactCode;
import bcl.wire.Finding;
import bcl.wire.InboundRecord;
import bcl.wire.Need;
import bcl.wire.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** REC00011: at the line of L01, without a field, one for each record type that the code needs and the group has not. */
final class MissingRecords {
    private MissingRecords() {}

    static void judge(GroupView group, List<Finding> found) {
        ContactCode code = group.code();
        if (code == null) {
            return;
        }
        for (String id : ChildRecords.LIMITS.keySet()) {
            if (code.need(id) == Need.M && !isPresent(group, id)) {
                found.add(missing(group, id));
            }
        }
        if (code.need("L02") == Need.M && !code.addressTypes().isEmpty() && lacksFirstType(group, code)) {
            found.add(missing(group, "L02"));
        }
    }

    private static boolean isPresent(GroupView group, String id) {
        for (InboundRecord record : group.group().records()) {
            if (record.id().equals(id)) {
                return true;
            }
        }
        return group.group().tail().ids().contains(id);
    }

    private static Finding missing(GroupView group, String id) {
        return new Finding(group.group().line(), 0, Reason.REC00011, id);
    }

    /** Told only if the type of every L02 passed, for one that did not may have been meant as the first type. */
    private static boolean lacksFirstType(GroupView group, ContactCode code) {
        Set<String> types = new HashSet<>(group.group().tail().addressTypes());
        for (InboundRecord record : group.group().records()) {
            if (record.id().equals("L02")) {
                String type = record.hasFields() ? record.text(L02_TYPE.number()) : null;
                if (type == null) {
                    return false;
                }
                types.add(type);
            }
        }
        return group.group().tail().everyAddressTypePassed()
                && !types.contains(code.addressTypes().get(0));
    }
}
