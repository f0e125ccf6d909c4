package bcl.validation;

import bcl.wire.ContactCode;
import bcl.wire.ContactStatus;
import bcl.wire.Finding;
import bcl.wire.OpenKey;
import bcl.wire.Reason;
import java.util.List;
import java.util.function.BiPredicate;

/** One rule that asks for contacts logged before: the field of L01 that it names, its reason and when it is broken. */
record LookUpRule(Field field, Reason reason, BiPredicate<Assessed, Known> broken) {
    /** With the same content it would have been repeated, so another use of the reference is what is left. */
    static final LookUpRule REFERENCE_USED = new LookUpRule(Fields.L01_REFERENCE, Reason.CON00005, (contact, known) -> {
        String reference = contact.referenceToAsk();
        return reference != null && known.withReference(reference) != null;
    });

    static final LookUpRule OPEN_CONTACT = new LookUpRule(Fields.L01_MPRN, Reason.CON00006, (contact, known) -> {
        OpenKey key = contact.openKey();
        return key != null && known.hasOpen(key);
    });

    static final LookUpRule PREVIOUS_UNKNOWN = new LookUpRule(
            Fields.L01_PREVIOUS,
            Reason.CON00007,
            (contact, known) -> contact.previousCrn() != null && !mayFollow(contact, known));

    /** Told about a contact of the same organisation and code alone, so that nobody learns of another's. */
    static final LookUpRule PREVIOUS_NOT_FREE = new LookUpRule(
            Fields.L01_PREVIOUS,
            Reason.CON00008,
            (contact, known) -> contact.previousCrn() != null && mayFollow(contact, known) && !isFree(contact, known));

    static final LookUpRule[] ALL = {REFERENCE_USED, OPEN_CONTACT, PREVIOUS_UNKNOWN, PREVIOUS_NOT_FREE};

    void judge(Assessed contact, Known known, List<Finding> found) {
        if (broken.test(contact, known)) {
            found.add(contact.at(field, reason));
        }
    }

    private static boolean mayFollow(Assessed contact, Known known) {
        Long crn = contact.previousCrn();
        ContactCode code = contact.code();
        Known.Previous previous = crn == null ? null : known.withCrn(crn);
        return previous != null
                && code != null
                && previous.organisation().equals(contact.organisation())
                && previous.code().equals(code.code());
    }

    private static boolean isFree(Assessed contact, Known known) {
        Long crn = contact.previousCrn();
        Known.Previous previous = crn == null ? null : known.withCrn(crn);
        return previous != null && previous.status() == ContactStatus.CCIV && !previous.followed();
    }
}
