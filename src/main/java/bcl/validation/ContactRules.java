package bcl.validation;

import bcl.wire.ContactGroup;
import bcl.wire.Finding;
import bcl.wire.GroupTail;
import bcl.wire.InboundRecord;
import bcl.wire.MeterPoints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a contact by all rules that need no look-up among contacts (interface, sections 4, 5 and 7). Pure functions, safe for
 * several threads; bad data is a finding and never an exception.
 */
public final class ContactRules {
    private ContactRules() {}

    /**
     * Assesses one group.
     *
     * @param repeatsReference whether an earlier group of the same file carries the same ORIGINATOR_REFERENCE, whatever became
     *     of that group (CON00004)
     */
    public static Assessed assess(ContactGroup group, FileContext file, MeterPoints points, boolean repeatsReference) {
        GroupView view = GroupView.of(group, file, points, repeatsReference);
        List<Finding> found = new ArrayList<>();
        List<InboundRecord> records = group.records();
        for (int i = 0; i < records.size(); i++) {
            judge(view, records.get(i), found);
        }
        MissingRecords.judge(view, found);
        return new Assessed(
                group.ordinal(),
                group.line(),
                Rule.shownId(group.contact()),
                hasContent(group) ? Content.of(group) : null,
                file.organisation().shortCode(),
                view.code(),
                view.mprn(),
                value(group, Fields.L01_REFERENCE) instanceof String reference ? reference : null,
                view.code() != null && value(group, Fields.L01_PREVIOUS) instanceof Long crn ? crn : null,
                found.isEmpty() ? List.of() : first(found));
    }

    private static List<Finding> first(List<Finding> found) {
        return found.stream().sorted().distinct().limit(Verdict.MOST_REASONS).toList();
    }

    /** What would be stored of a group if it were accepted; null if a field or record of it failed, so that it never is. */
    public static @Nullable Content content(ContactGroup group) {
        return hasContent(group) ? Content.of(group) : null;
    }

    private static void judge(GroupView view, InboundRecord record, List<Finding> found) {
        boolean passed = record.passed();
        for (Rule rule : passed ? RecordRules.OF_PASSED : RecordRules.ALL) {
            rule.judge(view, record, found);
        }
        if (record.hasFields()) {
            if (!passed) {
                FieldFaults.judge(view, record, found);
            }
            for (Rule rule : Rules.of(record)) {
                rule.judge(view, record, found);
            }
        }
    }

    private static boolean hasContent(ContactGroup group) {
        for (InboundRecord record : group.records()) {
            if (!record.passed()) {
                return false;
            }
        }
        return group.tail().equals(GroupTail.NONE);
    }

    private static @Nullable Object value(ContactGroup group, Field field) {
        return group.contact().hasFields() ? group.contact().value(field.number()) : null;
    }
}
