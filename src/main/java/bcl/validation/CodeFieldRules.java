package bcl.validation;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.Reason;
import java.util.List;

/** The fields that some contact codes need beyond the tables, such as two of L08 for SUT: one rule a field. */
final class CodeFieldRules {
    static final List<Rule> ALL = ContactCodes.all().stream()
            .map(ContactCode::mandatoryFields)
            .flatMap(fields -> fields.stream().sorted())
            .distinct()
            .map(CodeFieldRules::missing)
            .toList();

    private CodeFieldRules() {}

    private static Rule missing(String text) {
        Field field = Field.parse(text);
        return Rule.at(
                field,
                Reason.REC00002,
                (group, record) ->
                        group.code(code -> code.mandatoryFields().contains(text)) && GroupView.empty(record, field));
    }
}
