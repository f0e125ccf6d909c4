package bcl.validation;

import bcl.wire.FieldState;
import bcl.wire.Finding;
import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.time.LocalDate;
import java.util.List;

/**
 * One rule about a contact. It runs for each record of its type that has fields, or for any record if it has no type.
 *
 * @param record the record type that it looks at, empty for any
 * @param field the number of the field that it names, 0 for none
 */
record Rule(String record, int field, Reason reason, Check broken) {
    /** Says whether a record breaks a rule. It must read fields by {@link GroupView} or by values, which are null unless passed. */
    @FunctionalInterface
    interface Check {
        boolean test(GroupView group, InboundRecord record);
    }

    /** A rule about fields, told at one of them. */
    static Rule at(Field field, Reason reason, Check broken) {
        return new Rule(field.record(), field.number(), reason, broken);
    }

    /** A rule about the fields of a record type, told without a field. */
    static Rule about(String record, Reason reason, Check broken) {
        return new Rule(record, 0, reason, broken);
    }

    /** A rule about a record as such, with or without fields. */
    static Rule any(Reason reason, Check broken) {
        return new Rule("", 0, reason, broken);
    }

    static Rule notAfterReceipt(Field date) {
        return at(date, Reason.REC00014, (group, record) -> {
            LocalDate sent = record.date(date.number());
            return sent != null && sent.isAfter(group.file().receiptDate());
        });
    }

    /** At least one of telephone and e-mail (CON00009); one that failed is no reason to say that none is given. */
    static Rule oneOf(Field telephone, Field email) {
        return at(
                telephone,
                Reason.CON00009,
                (group, record) -> record.state(telephone.number()) == FieldState.EMPTY
                        && record.state(email.number()) == FieldState.EMPTY);
    }

    void judge(GroupView group, InboundRecord looked, List<Finding> found) {
        if (broken.test(group, looked)) {
            found.add(new Finding(looked.line(), field, reason, shownId(looked)));
        }
    }

    /** The id as L52.3 shows it: as sent if it is three allowed characters. */
    static String shownId(InboundRecord record) {
        String id = record.id();
        if (id.length() != 3) {
            return "";
        }
        for (int i = 0; i < 3; i++) {
            if (id.charAt(i) < 0x20 || id.charAt(i) > 0x7E) {
                return "";
            }
        }
        return id;
    }
}
