package bcl.validation;

import static bcl.validation.Fields.L12_SEQUENCE;

import bcl.wire.Reason;
import java.util.List;

/** The rules about L11 and L12. */
final class TextRules {
    static final Rule QUERIED_LATER = Rule.notAfterReceipt(Fields.L11_DATE);

    static final Rule WRONG_SEQUENCE = Rule.at(L12_SEQUENCE, Reason.REC00009, (group, narrative) -> {
        Long number = narrative.number(L12_SEQUENCE.number());
        return number != null && number != group.place(narrative);
    });

    static final List<Rule> ALL = List.of(QUERIED_LATER, WRONG_SEQUENCE);

    private TextRules() {}
}
