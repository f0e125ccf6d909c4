package bcl.validation;

import static bcl.validation.Fields.L07_DUPLICATE;
import static bcl.validation.Fields.L07_RETAIN;
import static bcl.validation.Fields.L10_RELATED;

import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.util.List;

/** The rules about the other meter points that a contact names: L07 and L10. */
final class RelatedPointRules {
    static final Rule DUPLICATE_SAME = same(L07_DUPLICATE);

    static final Rule DUPLICATE_UNKNOWN = unknown(L07_DUPLICATE);

    static final Rule RETAIN_NEITHER = Rule.at(L07_RETAIN, Reason.REC00007, RelatedPointRules::retainsNeither);

    static final Rule RELATED_SAME = same(L10_RELATED);

    static final Rule RELATED_UNKNOWN = unknown(L10_RELATED);

    static final List<Rule> ALL =
            List.of(DUPLICATE_SAME, DUPLICATE_UNKNOWN, RETAIN_NEITHER, RELATED_SAME, RELATED_UNKNOWN);

    private RelatedPointRules() {}

    private static Rule same(Field field) {
        return Rule.at(field, Reason.MPR00007, (group, record) -> {
            Long other = record.number(field.number());
            return other != null && other.equals(group.mprn());
        });
    }

    private static Rule unknown(Field field) {
        return Rule.at(field, Reason.MPR00003, (group, record) -> {
            Long other = record.number(field.number());
            return other != null && group.points().find(other) == null;
        });
    }

    private static boolean retainsNeither(GroupView group, InboundRecord duplicate) {
        Long retained = duplicate.number(L07_RETAIN.number());
        Long other = duplicate.number(L07_DUPLICATE.number());
        Long own = group.mprn();
        return retained != null && other != null && own != null && !retained.equals(other) && !retained.equals(own);
    }
}
