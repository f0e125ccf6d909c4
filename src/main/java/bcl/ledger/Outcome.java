package bcl.ledger;

import bcl.wire.ContactStatus;
import bcl.wire.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one outcome of one contact of a file.
 *
 * @param line of its {@code L01}
 * @param crn empty for rejected contacts and in test files
 * @param status the status at the time of the decision, null where there is no CRN
 * @param findings all reasons, at most 15, in the order of the answer; those of an accepted contact are warnings
 */
public record Outcome(
        long line,
        OutcomeKind kind,
        @Nullable Long crn,
        @Nullable ContactStatus status,
        List<Finding> findings) {
    public Outcome {
        findings = List.copyOf(findings);
    }
}
