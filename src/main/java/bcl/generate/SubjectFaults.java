package bcl.generate;

import bcl.wire.ContactCode;
import bcl.wire.Need;
import bcl.wire.Reason;
import java.util.List;

/** Faults that show only beside the snapshot, other contacts or the sender's role. */
final class SubjectFaults {
    private static final String LIVE = "LI";

    static final List<Fault> ALL = List.of(
            new Fault(Reason.CON00003, SubjectFaults::wrongRole),
            new Fault(Reason.CON00004, SubjectFaults::referenceTwice),
            new Fault(Reason.CON00005, SubjectFaults::usedReference),
            new Fault(Reason.CON00006, SubjectFaults::openContact),
            Fault.field(Reason.CON00007, "L01", 7, "4999999999"),
            new Fault(Reason.CON00012, SubjectFaults::creationAdvice),
            new Fault(Reason.MPR00003, SubjectFaults::unknownPoint),
            new Fault(Reason.MPR00004, SubjectFaults::anothersPoint),
            new Fault(Reason.MPR00005, SubjectFaults::wrongStatus),
            new Fault(Reason.MPR00006, SubjectFaults::pointNotAllowed),
            new Fault(Reason.MPR00007, SubjectFaults::samePoint),
            new Fault(Reason.MPR00008, SubjectFaults::gasContradiction),
            new Fault(Reason.MPR00009, SubjectFaults::pointExists),
            new Fault(Reason.MSN00002, SubjectFaults::otherSerial),
            new Fault(Reason.ADJ00001, (draft, setting) -> otherClass(draft, setting, "RFA", Points.CLASS_ONE)),
            new Fault(Reason.ADJ00002, SubjectFaults::earlyAdjustment),
            new Fault(Reason.ADJ00003, (draft, setting) -> otherClass(draft, setting, "DMQ", Points.LIVE)));

    private SubjectFaults() {}

    private static boolean wrongRole(Draft draft, Fault.Setting setting) {
        // Codes that one role alone may raise.
        draft.contact()[2] = draft.code().roles().contains(bcl.wire.Role.S) ? "FOM" : "MNC";
        return true;
    }

    private static boolean referenceTwice(Draft draft, Fault.Setting setting) {
        draft.contact()[1] = setting.first().contact()[1];
        return true;
    }

    private static boolean usedReference(Draft draft, Fault.Setting setting) {
        if (!setting.usedReference().isEmpty()) {
            draft.contact()[1] = setting.usedReference();
        }
        return !setting.usedReference().isEmpty();
    }

    /** Sends the first contact of the file once more, under a reference of its own. */
    private static boolean openContact(Draft draft, Fault.Setting setting) {
        Draft first = setting.first();
        if (first.contact()[3].isEmpty()) {
            return false;
        }
        String reference = draft.contact()[1];
        draft.records().clear();
        first.copy().records().forEach(draft::add);
        draft.contact()[1] = reference;
        return true;
    }

    private static boolean creationAdvice(Draft draft, Fault.Setting setting) {
        return draft.code().creationAdvice() && draft.has("L02") && unknownPoint(draft, setting);
    }

    private static boolean unknownPoint(Draft draft, Fault.Setting setting) {
        if (draft.point() < 0) {
            return false;
        }
        draft.contact()[3] = Points.unknown(setting.ordinal());
        return true;
    }

    private static boolean anothersPoint(Draft draft, Fault.Setting setting) {
        Points points = setting.points();
        long next = (draft.point() + 1) % points.count();
        boolean theirs = draft.point() >= 0
                && draft.code().ownerChecked()
                && !points.shipperCode(next).equals(points.shipperCode(draft.point()))
                && !points.networkCode(next).equals(points.networkCode(draft.point()));
        if (theirs) {
            draft.contact()[3] = points.mprn(next);
        }
        return theirs;
    }

    private static boolean wrongStatus(Draft draft, Fault.Setting setting) {
        ContactCode code = draft.code();
        boolean possible = draft.point() >= 0 && List.of("DTL", "STE").contains(code.code());
        if (possible) {
            draft.contact()[3] = ownPoint(draft, setting, Points.LIVE);
        }
        return possible;
    }

    private static boolean pointNotAllowed(Draft draft, Fault.Setting setting) {
        boolean possible = draft.code().mprn() == Need.N;
        if (possible) {
            draft.contact()[3] =
                    setting.points().mprn(setting.points().any(setting.words().dice()));
        }
        return possible;
    }

    private static boolean samePoint(Draft draft, Fault.Setting setting) {
        String[] related = draft.has("L07") ? draft.first("L07") : draft.first("L10");
        if (related != null) {
            related[1] = draft.contact()[3];
        }
        return related != null;
    }

    private static boolean gasContradiction(Draft draft, Fault.Setting setting) {
        String[] request = draft.first("L06");
        if (request == null || !List.of("DTL", "ISO").contains(draft.code().code())) {
            return false;
        }
        request[5] = LIVE.equals(request[1]) ? "N" : "Y";
        return "DTL".equals(draft.code().code()) || !LIVE.equals(request[1]);
    }

    private static boolean pointExists(Draft draft, Fault.Setting setting) {
        boolean possible = !draft.code().meterPointExists() && draft.code().mprn() == Need.M;
        if (possible) {
            draft.contact()[3] =
                    setting.points().mprn(setting.points().any(setting.words().dice()));
        }
        return possible;
    }

    private static boolean otherSerial(Draft draft, Fault.Setting setting) {
        boolean possible = draft.point() >= 0
                && draft.code().serialNumber() != Need.N
                && !setting.points().serial(draft.point()).isEmpty();
        if (possible) {
            draft.contact()[4] = "E6S100000001";
        }
        return possible;
    }

    private static boolean otherClass(Draft draft, Fault.Setting setting, String code, Points.Slots slots) {
        boolean possible = draft.code().code().equals(code);
        if (possible) {
            draft.contact()[3] = ownPoint(draft, setting, slots);
        }
        return possible;
    }

    private static boolean earlyAdjustment(Draft draft, Fault.Setting setting) {
        String[] adjustment = draft.first("L09");
        if (adjustment == null || draft.point() < 0 || !setting.points().isDomestic(draft.point())) {
            return false;
        }
        adjustment[1] = "20170101";
        adjustment[2] = "20170601";
        return true;
    }

    /** Another point of the same shipper, in other slots. */
    private static String ownPoint(Draft draft, Fault.Setting setting, Points.Slots slots) {
        Points points = setting.points();
        return points.mprn(points.ofShipper(points.shipper(draft.point()), slots, setting.ordinal(), 0));
    }
}
