package bcl.validation;

import bcl.wire.InboundRecord;
import bcl.wire.Need;
import bcl.wire.Reason;

/** The rules about a record as a whole (interface, section 7, "A record"): all that can be told are told. */
final class RecordRules {
    static final Rule UNKNOWN = Rule.any(Reason.REC00008, (group, record) -> record.layout() == null);

    static final Rule OUT_OF_ORDER =
            Rule.any(Reason.REC00009, (group, record) -> record.layout() != null && higherBefore(group, record));

    static final Rule TOO_MANY = Rule.any(Reason.REC00010, (group, record) -> {
        Integer limit = ChildRecords.LIMITS.get(record.id());
        return limit != null && group.place(record) > limit;
    });

    static final Rule WRONG_FIELD_COUNT = fault(Reason.REC00001);

    static final Rule BADLY_QUOTED = fault(Reason.REC00015);

    static final Rule TOO_LONG = fault(Reason.REC00016);

    static final Rule NOT_ALLOWED = Rule.any(
            Reason.REC00012,
            (group, record) -> ChildRecords.LIMITS.containsKey(record.id())
                    && group.code(code -> code.need(record.id()) == Need.N));

    static final Rule[] ALL = {UNKNOWN, OUT_OF_ORDER, TOO_MANY, WRONG_FIELD_COUNT, BADLY_QUOTED, TOO_LONG, NOT_ALLOWED};

    /** Those that may still hold when nothing is wrong with the record itself, in the same order. */
    static final Rule[] OF_PASSED = {OUT_OF_ORDER, TOO_MANY, NOT_ALLOWED};

    private RecordRules() {}

    /** An unknown record is REC00008 alone, whatever else is wrong with it. */
    private static Rule fault(Reason reason) {
        return Rule.any(
                reason,
                (group, record) -> record.layout() != null && record.faults().contains(reason));
    }

    /** Unknown records have no place in the order and move nobody else's. */
    private static boolean higherBefore(GroupView group, InboundRecord record) {
        for (InboundRecord earlier : group.group().records()) {
            if (earlier.line() >= record.line()) {
                return false;
            }
            if (earlier.layout() != null && earlier.id().compareTo(record.id()) > 0) {
                return true;
            }
        }
        return false;
    }
}
