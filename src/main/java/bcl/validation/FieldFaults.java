package bcl.validation;

import static bcl.validation.Fields.L01_MPRN;
import static bcl.validation.Fields.L01_SERIAL;

import bcl.wire.FieldLayout;
import bcl.wire.Finding;
import bcl.wire.InboundRecord;
import bcl.wire.Need;
import bcl.wire.Reason;
import bcl.wire.RecordLayout;
import java.util.List;

/** The reasons that fields had already when the record was read, but for a field that the code does not allow. */
final class FieldFaults {
    private FieldFaults() {}

    static void judge(GroupView group, InboundRecord record, List<Finding> found) {
        RecordLayout layout = record.layout();
        if (layout == null) {
            return;
        }
        for (FieldLayout field : layout.fields()) {
            Reason fault = record.fault(field.number());
            if (fault != null && allowed(group, record, field.number())) {
                found.add(new Finding(record.line(), field.number(), fault, Rule.shownId(record)));
            }
        }
    }

    /** MPR00006 and REC00012 stand alone at their field, though the value be of no form either. */
    private static boolean allowed(GroupView group, InboundRecord record, int field) {
        if (!record.id().equals(L01_MPRN.record())) {
            return true;
        }
        return (field != L01_MPRN.number() || !group.code(code -> code.mprn() == Need.N))
                && (field != L01_SERIAL.number() || !group.code(code -> code.serialNumber() == Need.N));
    }
}
