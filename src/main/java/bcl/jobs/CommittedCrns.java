package bcl.jobs;

import bcl.ledger.Outcome;
import bcl.ledger.OutcomeKind;
import bcl.ledger.Totals;

/** What is committed of a file: counts, and from which CRN to which. */
public final class CommittedCrns {
    private Totals totals = Totals.NONE;
    private long lowest;
    private long highest;

    CommittedCrns() {}

    void add(Outcome outcome) {
        totals = totals.plus(outcome.kind());
        Long crn = outcome.crn();
        if (outcome.kind() == OutcomeKind.AC && crn != null) {
            lowest = lowest == 0 ? crn : Math.min(lowest, crn);
            highest = Math.max(highest, crn);
        }
    }

    public Totals totals() {
        return totals;
    }

    /** 0 if none was given. */
    public long lowest() {
        return lowest;
    }

    public long highest() {
        return highest;
    }
}
