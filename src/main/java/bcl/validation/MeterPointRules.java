package bcl.validation;

import static bcl.validation.Fields.L01_MPRN;
import static bcl.validation.Fields.L01_SERIAL;
import static bcl.validation.Fields.L02_TYPE;
import static bcl.validation.Fields.L06_REQUESTED;

import bcl.wire.ContactCode;
import bcl.wire.InboundRecord;
import bcl.wire.MeterPoint;
import bcl.wire.Need;
import bcl.wire.Organisation;
import bcl.wire.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules about L01 that ask the snapshot (interface, section 5, "Checks against the meter point snapshot"). */
final class MeterPointRules {
    /** Holds for any requested status, in the table of contact codes. */
    static final String ANY_REQUEST = "*";

    private static final String PROPOSED = "P";

    static final Rule UNKNOWN = Rule.at(
            L01_MPRN,
            Reason.MPR00003,
            (group, contact) -> group.pointUnknown() && group.code(ContactCode::meterPointExists));

    static final Rule EXISTS = Rule.at(
            L01_MPRN, Reason.MPR00009, (group, contact) -> group.pointFails((code, point) -> !code.meterPointExists()));

    static final Rule NOT_THE_SENDERS = Rule.at(
            L01_MPRN,
            Reason.MPR00004,
            (group, contact) -> group.pointFails(
                    (code, point) -> code.ownerChecked() && !owns(group.file().organisation(), point)));

    static final Rule PRESENT_STATUS = Rule.at(
            L01_MPRN,
            Reason.MPR00005,
            (group, contact) -> group.pointFails((code, point) -> statusUnfit(group, code, point)));

    static final Rule CLASS_ONE = wrongClass(Reason.ADJ00001);

    static final Rule NOT_CLASS_ONE = wrongClass(Reason.ADJ00003);

    static final Rule CREATION_ADVICE = Rule.at(
            L01_MPRN,
            Reason.CON00012,
            (group, contact) ->
                    group.pointUnknown() && group.code(ContactCode::creationAdvice) && hasProposedAddress(group));

    static final Rule SERIAL_DIFFERS = Rule.at(L01_SERIAL, Reason.MSN00002, (group, contact) -> {
        MeterPoint point = group.point();
        String recorded = point == null ? null : point.serial();
        String sent = contact.text(L01_SERIAL.number());
        boolean allowed = !group.code(code -> code.serialNumber() == Need.N);
        return allowed && recorded != null && sent != null && !sent.equals(recorded);
    });

    static final List<Rule> ALL = List.of(
            UNKNOWN,
            EXISTS,
            NOT_THE_SENDERS,
            PRESENT_STATUS,
            CLASS_ONE,
            NOT_CLASS_ONE,
            CREATION_ADVICE,
            SERIAL_DIFFERS);

    private MeterPointRules() {}

    private static boolean owns(Organisation sender, MeterPoint point) {
        return switch (sender.role()) {
            case S -> point.shipper().equals(sender.shortCode());
            case G, I -> point.network().equals(sender.shortCode());
            case M, D, U -> true;
        };
    }

    /** What fits may depend on the request: then each L06 asks for itself, and one that failed asks nothing. */
    private static boolean statusUnfit(GroupView group, ContactCode code, MeterPoint point) {
        if (code.presentStatuses().isEmpty()) {
            return false;
        }
        Set<String> always = code.presentStatuses().get(ANY_REQUEST);
        if (always != null) {
            return !always.contains(point.status());
        }
        Set<String> wanted = new HashSet<>(group.group().tail().requestedStatuses());
        for (InboundRecord request : group.records("L06")) {
            String status = request.text(L06_REQUESTED.number());
            if (status != null) {
                wanted.add(status);
            }
        }
        return wanted.stream().anyMatch(status -> {
            Set<String> fit = code.presentStatuses().get(status);
            return fit != null && !fit.contains(point.status());
        });
    }

    private static Rule wrongClass(Reason reason) {
        return Rule.at(
                L01_MPRN,
                reason,
                (group, contact) -> group.pointFails((code, point) -> code.wrongClass() == reason
                        && !code.meterClasses().isEmpty()
                        && !code.meterClasses().contains(point.meterClass())));
    }

    private static boolean hasProposedAddress(GroupView group) {
        if (group.group().tail().addressTypes().contains(PROPOSED)) {
            return true;
        }
        for (InboundRecord address : group.records("L02")) {
            if (PROPOSED.equals(address.text(L02_TYPE.number()))) {
                return true;
            }
        }
        return false;
    }
}
