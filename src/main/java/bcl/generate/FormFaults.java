package bcl.generate;

import bcl.wire.Need;
import bcl.wire.Reason;
import java.util.Arrays;
import java.util.List;

/** Faults that a look at the file alone shows. */
final class FormFaults {
    private static final List<String> ONCE = List.of("L03", "L06", "L08", "L09", "L11");
    private static final String FUTURE = "29991231";

    static final List<Fault> ALL = List.of(
            new Fault(Reason.REC00001, FormFaults::surplusField),
            Fault.field(Reason.REC00002, "L01", 8, ""),
            Fault.field(Reason.REC00003, "L01", 8, "A".repeat(41)),
            Fault.field(Reason.REC00004, "L01", 9, "ASK FOR ME"),
            Fault.field(Reason.REC00005, "L01", 11, "20240230"),
            Fault.field(Reason.REC00007, "L01", 6, "X"),
            new Fault(Reason.REC00008, (draft, setting) -> draft.records().add(new String[] {"L77", "1"})),
            new Fault(Reason.REC00009, FormFaults::outOfOrder),
            new Fault(Reason.REC00010, FormFaults::tooMany),
            new Fault(Reason.REC00011, FormFaults::missing),
            new Fault(Reason.REC00012, FormFaults::notAllowed),
            Fault.field(Reason.REC00013, "L01", 8, "REN\u00c9 REQUESTOR"),
            Fault.field(Reason.REC00014, "L01", 11, FUTURE),
            Fault.field(Reason.REC00015, "L01", 8, Draft.RAW + "A \"REQUESTOR"),
            Fault.field(Reason.REC00016, "L12", 3, "LONG ".repeat(400)),
            Fault.field(Reason.CON00001, "L01", 3, "XXX"),
            new Fault(Reason.CON00009, FormFaults::nobodyToAsk),
            Fault.field(Reason.ADD00010, "L02", 11, ""),
            Fault.field(Reason.ADD00013, "L02", 13, "999"),
            new Fault(Reason.RDG00001, FormFaults::longReading),
            new Fault(Reason.THF00001, FormFaults::backwards),
            Fault.field(Reason.MPR00001, "L01", 4, "12345"),
            new Fault(Reason.MPR00002, FormFaults::wrongCheck),
            new Fault(Reason.MSN00001, FormFaults::unknownSerial));

    private FormFaults() {}

    private static boolean surplusField(Draft draft, Fault.Setting setting) {
        String[] contact = draft.contact();
        String[] longer = Arrays.copyOf(contact, contact.length + 1);
        longer[contact.length] = "";
        draft.records().set(0, longer);
        return true;
    }

    private static boolean outOfOrder(Draft draft, Fault.Setting setting) {
        List<String[]> records = draft.records();
        int last = records.size() - 1;
        if (last < 2 || records.get(last)[0].equals(records.get(1)[0])) {
            return false;
        }
        records.add(1, records.remove(last));
        return true;
    }

    private static boolean tooMany(Draft draft, Fault.Setting setting) {
        for (String id : ONCE) {
            String[] record = draft.first(id);
            if (record != null) {
                draft.insert(record.clone());
                return true;
            }
        }
        return false;
    }

    private static boolean missing(Draft draft, Fault.Setting setting) {
        return draft.records().removeIf(record -> draft.code().need(record[0]) == Need.M);
    }

    private static boolean notAllowed(Draft draft, Fault.Setting setting) {
        if (draft.code().need("L11") != Need.N) {
            return false;
        }
        draft.insert("L11", "AAA01.PN000001.BCL", "");
        return true;
    }

    private static boolean nobodyToAsk(Draft draft, Fault.Setting setting) {
        draft.contact()[8] = "";
        draft.contact()[9] = "";
        return true;
    }

    private static boolean longReading(Draft draft, Fault.Setting setting) {
        String[] reading = draft.first("L05");
        if (reading == null || !draft.has("L04")) {
            return false;
        }
        reading[2] = "123456789";
        return true;
    }

    private static boolean backwards(Draft draft, Fault.Setting setting) {
        String[] theft = draft.first("L08");
        if (theft == null) {
            return false;
        }
        String start = theft[1];
        theft[1] = theft[2];
        theft[2] = start;
        return true;
    }

    private static boolean wrongCheck(Draft draft, Fault.Setting setting) {
        String mprn = draft.contact()[3];
        if (mprn.isEmpty()) {
            return false;
        }
        char last = mprn.charAt(mprn.length() - 1);
        draft.contact()[3] = mprn.substring(0, mprn.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        return true;
    }

    private static boolean unknownSerial(Draft draft, Fault.Setting setting) {
        boolean possible = draft.code().serialNumber() != Need.N;
        if (possible) {
            draft.contact()[4] = "UNKNOWN";
        }
        return possible;
    }
}
