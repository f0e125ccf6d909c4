package bcl.validation;

import static bcl.validation.Fields.L06_EFFECTIVE;
import static bcl.validation.Fields.L06_GAS;
import static bcl.validation.Fields.L06_REASON;
import static bcl.validation.Fields.L06_REQUESTED;

import bcl.wire.ContactCode;
import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.util.List;
import java.util.Set;

/** The rules about L06. */
final class StatusRules {
    /** Service removed, and cap or clamp removed: things that were done on a day. */
    private static final Set<String> DATED_REASONS = Set.of("SR", "CR");

    static final Rule DATE_MISSING = Rule.at(L06_EFFECTIVE, Reason.REC00002, (group, request) -> {
        String reason = request.text(L06_REASON.number());
        return reason != null && DATED_REASONS.contains(reason) && GroupView.empty(request, L06_EFFECTIVE);
    });

    static final Rule EFFECTIVE_LATER = Rule.notAfterReceipt(L06_EFFECTIVE);

    static final Rule REQUEST_UNFIT = Rule.at(L06_REQUESTED, Reason.MPR00005, (group, request) -> {
        String wanted = request.text(L06_REQUESTED.number());
        return wanted != null
                && group.code(code -> !code.requestedStatuses().isEmpty()
                        && !code.requestedStatuses().contains(wanted));
    });

    static final Rule GAS_CONTRADICTS =
            Rule.at(L06_GAS, Reason.MPR00008, (group, request) -> group.code(code -> contradicts(code, request)));

    static final List<Rule> ALL = List.of(DATE_MISSING, EFFECTIVE_LATER, REQUEST_UNFIT, GAS_CONTRADICTS);

    private StatusRules() {}

    private static boolean contradicts(ContactCode code, InboundRecord request) {
        String gas = request.text(L06_GAS.number());
        String wanted = request.text(L06_REQUESTED.number());
        if (gas == null) {
            return false;
        }
        Set<String> always = code.gasContradictions().getOrDefault(MeterPointRules.ANY_REQUEST, Set.of());
        return always.contains(gas)
                || (wanted != null
                        && code.gasContradictions()
                                .getOrDefault(wanted, Set.of())
                                .contains(gas));
    }
}
