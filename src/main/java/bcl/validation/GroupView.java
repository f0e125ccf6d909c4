package bcl.validation;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.ContactGroup;
import bcl.wire.FieldState;
import bcl.wire.InboundRecord;
import bcl.wire.MeterPoint;
import bcl.wire.MeterPoints;
import bcl.wire.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A contact group as the rules see it.
 *
 * @param code null if L01.3 did not pass, so that the rules that read the code do not run
 * @param mprn null if L01.4 is empty, did not pass or may not be there (MPR00006), so that no rule looks at it
 * @param point what the snapshot holds of that number
 * @param repeatsReference whether an earlier group of the file carries the same L01.2
 */
record GroupView(
        ContactGroup group,
        FileContext file,
        MeterPoints points,
        @Nullable ContactCode code,
        @Nullable Long mprn,
        @Nullable MeterPoint point,
        boolean repeatsReference) {

    static GroupView of(ContactGroup group, FileContext file, MeterPoints points, boolean repeatsReference) {
        InboundRecord contact = group.contact();
        String spelling = contact.hasFields() ? contact.text(Fields.L01_CODE.number()) : null;
        ContactCode code = spelling == null ? null : ContactCodes.find(spelling);
        Long sent = contact.hasFields() ? contact.number(Fields.L01_MPRN.number()) : null;
        Long mprn = code != null && code.mprn() == Need.N ? null : sent;
        MeterPoint point = mprn == null ? null : points.find(mprn);
        return new GroupView(group, file, points, code, mprn, point, repeatsReference);
    }

    /** Whether there is a valid code and it says so. */
    boolean code(Predicate<ContactCode> says) {
        return code != null && says.test(code);
    }

    /** Whether there are a valid code and a known meter point, and they fit the test. */
    boolean pointFails(BiPredicate<ContactCode, MeterPoint> test) {
        return code != null && point != null && test.test(code, point);
    }

    /** Whether the number was looked for in the snapshot and is not there. */
    boolean pointUnknown() {
        return mprn != null && point == null;
    }

    /** The records of a type that have fields and were kept, surplus ones too. */
    List<InboundRecord> records(String id) {
        List<InboundRecord> of = new ArrayList<>();
        for (InboundRecord record : group.records()) {
            if (record.hasFields() && record.id().equals(id)) {
                of.add(record);
            }
        }
        return of;
    }

    /** Its place among the records of its type, from 1. */
    int place(InboundRecord record) {
        int place = 1;
        for (InboundRecord earlier : group.records()) {
            if (earlier.line() >= record.line()) {
                break;
            }
            if (earlier.id().equals(record.id())) {
                place++;
            }
        }
        return place;
    }

    static boolean empty(InboundRecord record, Field field) {
        return record.state(field.number()) == FieldState.EMPTY;
    }

    static boolean present(InboundRecord record, Field field) {
        return !empty(record, field);
    }
}
