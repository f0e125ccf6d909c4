package bcl.validation;

import static bcl.validation.Fields.L02_BUILDING;
import static bcl.validation.Fields.L02_BUILDING_NUMBER;
import static bcl.validation.Fields.L02_PLOT;
import static bcl.validation.Fields.L02_SUB_BUILDING;
import static bcl.validation.Fields.L02_TYPE;

import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.util.List;

/** The rules about L02 and L03. */
final class AddressRules {
    static final Rule NO_BUILDING = Rule.about(
            "L02",
            Reason.ADD00010,
            (group, address) -> GroupView.empty(address, L02_PLOT)
                    && GroupView.empty(address, L02_SUB_BUILDING)
                    && GroupView.empty(address, L02_BUILDING)
                    && GroupView.empty(address, L02_BUILDING_NUMBER));

    static final Rule TYPE_TWICE = Rule.at(L02_TYPE, Reason.REC00010, AddressRules::typeWasThere);

    static final Rule TYPE_NOT_ALLOWED = Rule.at(L02_TYPE, Reason.REC00012, (group, address) -> {
        String type = address.text(L02_TYPE.number());
        return type != null
                && group.code(code ->
                        !code.addressTypes().isEmpty() && !code.addressTypes().contains(type));
    });

    static final Rule NO_WAY_TO_ASK = Rule.oneOf(Fields.L03_TELEPHONE, Fields.L03_EMAIL);

    static final List<Rule> ALL = List.of(NO_BUILDING, TYPE_TWICE, TYPE_NOT_ALLOWED, NO_WAY_TO_ASK);

    private AddressRules() {}

    private static boolean typeWasThere(GroupView group, InboundRecord address) {
        String type = address.text(L02_TYPE.number());
        return type != null
                && group.records("L02").stream()
                        .anyMatch(earlier ->
                                earlier.line() < address.line() && type.equals(earlier.text(L02_TYPE.number())));
    }
}
