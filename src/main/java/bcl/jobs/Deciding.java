package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.OutcomeKind;
import bcl.validation.Assessed;
import bcl.validation.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Decides contacts of one file in the order given. Each decision sees those before it, so that an answer does not depend on how
 * a file was cut into chunks.
 */
final class Deciding {
    private final LedgerFile file;
    private final KnownContacts known;
    private final Accepted thisFile;

    /**
     * Of one file.
     *
     * @param known what was looked up, and what earlier files accepted in the same transaction
     * @param thisFile what earlier groups of this file accepted; this adds to it
     */
    Deciding(LedgerFile file, KnownContacts known, Accepted thisFile) {
        this.file = file;
        this.known = known;
        this.thisFile = thisFile;
    }

    /** One decision a contact, in the same order. */
    List<Decision> decide(Collection<Assessed> contacts, Instant at) {
        List<Decision> decisions = new ArrayList<>(contacts.size());
        for (Assessed contact : contacts) {
            Verdict verdict = Verdict.decide(contact, known);
            Decision decision = Decision.of(file, contact, verdict, crn(contact.ordinal()), at);
            if (decision.outcome().kind() == OutcomeKind.AC) {
                thisFile.addKeys(contact.openKey(), contact.previousCrn());
            }
            decisions.add(decision);
        }
        return decisions;
    }

    /** The block holds a number for each group, used or not: the same group gets the same number at every attempt. */
    private long crn(int ordinal) {
        Long first = file.firstCrn();
        return first == null ? 0 : first + ordinal;
    }
}
