package bcl.validation;

import bcl.wire.ContactStatus;
import bcl.wire.Finding;
import bcl.wire.Reason;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a contact. Findings are in the order of the answer (interface, section 6). */
public sealed interface Verdict {
    /** The first reasons are given, the others are not (interface, section 6). */
    int MOST_REASONS = 15;

    /** Logged as a new contact; {@code WN} if there is a warning, else {@code AC}. */
    record Accepted(List<Finding> warnings) implements Verdict {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** Logged before: {@code WN} with CON00011 alone, the first CRN and its present status; nothing is created. */
    record Repeated(long crn, ContactStatus status, Finding finding) implements Verdict {}

    /** {@code RJ}: at most {@link #MOST_REASONS}, warnings beside them included. */
    record Rejected(List<Finding> reasons) implements Verdict {
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    /** Decides, with what was looked up. A contact sent again is repeated even if other rules would refuse it today. */
    static Verdict decide(Assessed contact, Known known) {
        String reference = contact.referenceToAsk();
        Known.Earlier earlier = reference == null ? null : known.withReference(reference);
        if (earlier != null
                && contact.hasContent()
                && earlier.content().equals(contact.content().digest())) {
            return new Repeated(earlier.crn(), earlier.status(), contact.at(Fields.L01_REFERENCE, Reason.CON00011));
        }
        List<Finding> found = new ArrayList<>(contact.findings());
        for (LookUpRule rule : LookUpRule.ALL) {
            rule.judge(contact, known, found);
        }
        found.sort(null);
        for (Finding finding : found) {
            if (!finding.reason().isWarning()) {
                return new Rejected(found.subList(0, Math.min(MOST_REASONS, found.size())));
            }
        }
        return new Accepted(found);
    }
}
