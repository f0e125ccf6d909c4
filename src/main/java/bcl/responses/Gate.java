package bcl.responses;

import bcl.ledger.LedgerFile;
import bcl.ledger.Totals;
import java.util.ArrayList;
import java.util.List;

/** The last check before a file is answered (docs/architecture.md, "Gate"). Pure. */
public final class Gate {
    private Gate() {}

    /**
     * Compares what was read with what the database holds now.
     *
     * @param groups the groups that the structure pass found
     * @param outcomes the outcomes as the database counts them
     * @param contacts the contacts of this file in its block of CRNs, as the database counts them; CRNs are unique there
     * @return the invariants that are broken, in words; empty if the file may be answered
     */
    public static List<String> broken(LedgerFile file, long groups, Totals outcomes, long contacts) {
        List<String> broken = new ArrayList<>();
        if (outcomes.received() != groups) {
            broken.add(groups + " contacts were read, but " + outcomes.received() + " have an outcome: "
                    + outcomes.accepted() + " accepted, " + outcomes.rejected() + " rejected, " + outcomes.repeated()
                    + " repeated");
        }
        long due = file.isTest() ? 0 : outcomes.accepted();
        if (contacts != due) {
            broken.add(due + " contacts should have been created, but " + contacts + " were");
        }
        if (file.decidedAt() != null && !file.totals().equals(outcomes)) {
            broken.add("the file was decided with " + file.totals().received() + " contacts, of which "
                    + file.totals().accepted() + " accepted, but its outcomes are " + outcomes.received() + " and "
                    + outcomes.accepted());
        }
        return List.copyOf(broken);
    }
}
