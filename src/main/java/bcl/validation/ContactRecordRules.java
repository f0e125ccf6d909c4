package bcl.validation;

import static bcl.validation.Fields.L01_CODE;
import static bcl.validation.Fields.L01_EMAIL;
import static bcl.validation.Fields.L01_EVIDENCE_DATE;
import static bcl.validation.Fields.L01_MPRN;
import static bcl.validation.Fields.L01_REFERENCE;
import static bcl.validation.Fields.L01_SERIAL;
import static bcl.validation.Fields.L01_TELEPHONE;

import bcl.wire.ContactCode;
import bcl.wire.Need;
import bcl.wire.Reason;
import java.time.LocalDate;
import java.util.List;

/** The rules about the L01 that need no meter point. */
final class ContactRecordRules {
    static final Rule REFERENCE_TWICE = Rule.at(
            L01_REFERENCE,
            Reason.CON00004,
            (group, contact) -> group.repeatsReference() && contact.value(L01_REFERENCE.number()) != null);

    static final Rule CODE_NOT_OPEN =
            Rule.at(L01_CODE, Reason.CON00002, (group, contact) -> group.code(code -> closed(group.file(), code)));

    static final Rule ROLE_NOT_ALLOWED = Rule.at(
            L01_CODE,
            Reason.CON00003,
            (group, contact) -> group.code(
                    code -> !code.roles().contains(group.file().organisation().role())));

    static final Rule MPRN_MISSING = Rule.at(
            L01_MPRN,
            Reason.REC00002,
            (group, contact) -> group.code(code -> code.mprn() == Need.M) && GroupView.empty(contact, L01_MPRN));

    static final Rule MPRN_NOT_ALLOWED = Rule.at(
            L01_MPRN,
            Reason.MPR00006,
            (group, contact) -> group.code(code -> code.mprn() == Need.N) && GroupView.present(contact, L01_MPRN));

    static final Rule SERIAL_MISSING = Rule.at(
            L01_SERIAL,
            Reason.REC00002,
            (group, contact) ->
                    group.code(code -> code.serialNumber() == Need.M) && GroupView.empty(contact, L01_SERIAL));

    static final Rule SERIAL_NOT_ALLOWED = Rule.at(
            L01_SERIAL,
            Reason.REC00012,
            (group, contact) ->
                    group.code(code -> code.serialNumber() == Need.N) && GroupView.present(contact, L01_SERIAL));

    static final Rule NO_WAY_TO_ASK = Rule.oneOf(L01_TELEPHONE, L01_EMAIL);

    static final Rule EVIDENCE_LATER = Rule.notAfterReceipt(L01_EVIDENCE_DATE);

    static final List<Rule> ALL = List.of(
            REFERENCE_TWICE,
            CODE_NOT_OPEN,
            ROLE_NOT_ALLOWED,
            MPRN_MISSING,
            MPRN_NOT_ALLOWED,
            SERIAL_MISSING,
            SERIAL_NOT_ALLOWED,
            NO_WAY_TO_ASK,
            EVIDENCE_LATER);

    private ContactRecordRules() {}

    private static boolean closed(FileContext file, ContactCode code) {
        LocalDate from = file.limits().codesFrom().get(code.code());
        return from != null && file.receiptDate().isBefore(from);
    }
}
