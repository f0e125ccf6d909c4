package bcl.jobs;

import bcl.contacts.NewContact;
import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.ledger.OutcomeKind;
import bcl.validation.Assessed;
import bcl.validation.Content;
import bcl.validation.Verdict;
import bcl.wire.ContactStatus;
import bcl.wire.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact's outcome, and the contact itself if one is created.
 *
 * @param contact null unless the contact was accepted and the file is no test
 */
record Decision(Outcome outcome, @Nullable NewContact contact) {
    /**
     * Turns a verdict into rows.
     *
     * @param crn the number that the contact gets if it is accepted
     */
    static Decision of(LedgerFile file, Assessed assessed, Verdict verdict, long crn, Instant at) {
        boolean test = file.isTest();
        if (verdict instanceof Verdict.Accepted accepted) {
            return new Decision(
                    new Outcome(
                            assessed.line(),
                            OutcomeKind.AC,
                            test ? null : crn,
                            test ? null : ContactStatus.AACA,
                            accepted.warnings()),
                    test ? null : contact(file, assessed, crn, at));
        }
        if (verdict instanceof Verdict.Repeated repeated) {
            return new Decision(
                    new Outcome(
                            assessed.line(),
                            OutcomeKind.RP,
                            test ? null : repeated.crn(),
                            test ? null : repeated.status(),
                            List.of(repeated.finding())),
                    null);
        }
        List<Finding> reasons = ((Verdict.Rejected) verdict).reasons();
        return new Decision(new Outcome(assessed.line(), OutcomeKind.RJ, null, null, reasons), null);
    }

    static List<Outcome> outcomes(List<Decision> decisions) {
        List<Outcome> outcomes = new ArrayList<>(decisions.size());
        for (Decision each : decisions) {
            outcomes.add(each.outcome());
        }
        return outcomes;
    }

    static List<NewContact> contacts(List<Decision> decisions) {
        List<NewContact> contacts = new ArrayList<>(decisions.size());
        for (Decision each : decisions) {
            if (each.contact() != null) {
                contacts.add(each.contact());
            }
        }
        return contacts;
    }

    private static NewContact contact(LedgerFile file, Assessed assessed, long crn, Instant at) {
        Content content = assessed.content();
        return new NewContact(
                crn,
                file.organisation(),
                file.id(),
                assessed.line(),
                Objects.requireNonNull(assessed.reference(), "an accepted contact has a reference"),
                Objects.requireNonNull(assessed.code(), "an accepted contact has a code")
                        .code(),
                assessed.mprn(),
                assessed.previousCrn(),
                content.digest(),
                at,
                content.records());
    }
}
