package bcl.jobs;

import bcl.ledger.OutcomeKind;
import bcl.ledger.OutcomeLedger;
import bcl.ledger.Part;
import bcl.parsing.GroupReader;
import bcl.parsing.RawGroup;
import bcl.validation.Assessed;
import java.io.IOException;
import java.util.Map;

/**
 * Brings back what a deferred part accepted before it was interrupted: later groups of the file depend on it, and for a test file
 * the ledger holds no contact that would tell.
 */
final class EarlierGroups {
    private static final int PAGE = 2000;

    private EarlierGroups() {}

    static Accepted accepted(LargeFile large, Part part, OutcomeLedger outcomes) throws IOException {
        Accepted accepted = new Accepted();
        Assessor assessor = large.assessor();
        Map<Long, OutcomeKind> kinds = Map.of();
        long known = 0;
        try (GroupReader groups = large.openDone(part)) {
            for (RawGroup group = groups.next(); group != null; group = groups.next()) {
                long line = group.lines().get(0).number();
                if (!large.plan().isDeferred(group.ordinal())) {
                    continue;
                }
                if (line > known) {
                    known = line + PAGE;
                    kinds = outcomes.kinds(large.file().id(), line, known);
                }
                if (kinds.get(line) == OutcomeKind.AC) {
                    Assessed contact = assessor.assess(group);
                    accepted.addKeys(contact.openKey(), contact.previousCrn());
                }
            }
        }
        return accepted;
    }
}
