package bcl.interventions;

import bcl.jobs.CommittedCrns;
import bcl.ledger.LedgerFile;
import bcl.ledger.RerunPlan;
import bcl.ledger.Totals;
import java.util.ArrayList;
import java.util.List;

/** What a rerun would come to, for people. */
final class RerunLines {
    private RerunLines() {}

    static List<String> of(LedgerFile file, CommittedCrns committed, RerunPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(FileDesk.of(file) + ", is " + file.state()
                + (file.heldFrom() == null ? "" : " and was " + file.heldFrom()));
        if (file.holdReason() != null) {
            lines.add("Held because: " + file.holdReason());
        }
        lines.add("Committed, and stays: " + counts(committed.totals()) + crns(committed));
        lines.add("Would be done: " + work(file, committed, plan));
        lines.add("CRNs: " + numbers(file, plan));
        lines.add("Would come: " + answer(plan));
        return lines;
    }

    private static String counts(Totals totals) {
        return totals.received() == 0
                ? "nothing"
                : totals.received() + " contacts: " + totals.accepted() + " accepted, " + totals.rejected()
                        + " rejected, " + totals.repeated() + " repeated";
    }

    private static String crns(CommittedCrns committed) {
        return committed.lowest() == 0 ? "" : "; CRNs " + committed.lowest() + " to " + committed.highest();
    }

    private static String work(LedgerFile file, CommittedCrns committed, RerunPlan plan) {
        return switch (plan.foresight()) {
            case BCR ->
                (plan.totals().received() - committed.totals().received()) + " contacts judged"
                        + (file.snapshotId() == null ? "" : " against the snapshot that it began with")
                        + ", and the answer made";
            case FRJ -> "the file rejected as a whole";
            case RECORDED -> "its recorded answer put into outbound/";
            case REPEATED -> "the earlier answer put back if it is no longer there";
            case FAILURE -> "as far as the failure";
        };
    }

    private static String numbers(LedgerFile file, RerunPlan plan) {
        if (file.isTest()) {
            return "none, it is a test file";
        }
        if (file.firstCrn() != null) {
            return "each contact keeps the one of its place, from " + file.firstCrn() + " on";
        }
        return switch (plan.foresight()) {
            case BCR -> "a block of " + plan.totals().received() + " is reserved when its turn comes";
            case RECORDED -> "as they are";
            case FRJ, REPEATED, FAILURE -> "none";
        };
    }

    private static String answer(RerunPlan plan) {
        return switch (plan.foresight()) {
            case BCR ->
                plan.detail() + ", if no other file of its stream is answered before, with " + counts(plan.totals());
            case FRJ -> plan.detail();
            case RECORDED -> plan.detail() + ", with the bytes that are recorded";
            case REPEATED -> plan.detail();
            case FAILURE -> "no answer, it would fail again: " + plan.detail();
        };
    }
}
