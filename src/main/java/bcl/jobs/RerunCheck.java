package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Notice;
import bcl.ledger.RerunLedger.Pending;
import bcl.ledger.RerunPlan;
import bcl.ledger.RerunPlan.Foresight;
import bcl.ledger.Totals;
import java.util.List;
import java.util.Objects;

/** Holds a file that was rerun against the plan that the operator was told. Part of the transaction of the caller. */
final class RerunCheck {
    private final Stores stores;

    RerunCheck(Stores stores) {
        this.stores = stores;
    }

    /**
     * Before files are answered: what was committed when the rerun was asked for must stand. What was foreseen beyond that may
     * have changed with other files since; how, is told.
     *
     * @throws InvariantBroken if something that was committed is another now
     */
    void beforeAnswer(List<LedgerFile> files) {
        for (Pending pending : stores.reruns().pending(numbers(files))) {
            LedgerFile file = files.stream()
                    .filter(each -> each.id() == pending.plan().fileId())
                    .findFirst()
                    .orElseThrow();
            requireCommitted(file, pending);
            settle(file, pending, compared(pending.plan(), file));
        }
    }

    /** After files were finished whose answers had been recorded before the rerun. */
    void afterAnswer(List<LedgerFile> files) {
        for (Pending pending : stores.reruns().pending(numbers(files))) {
            LedgerFile file = stores.files().get(pending.plan().fileId());
            settle(file, pending, "as planned: its recorded answer lies in outbound/");
        }
    }

    private void requireCommitted(LedgerFile file, Pending pending) {
        stores.reruns().firstChanged(pending).ifPresent(line -> {
            throw new InvariantBroken("line " + line + " has another outcome than when the rerun was planned, or none");
        });
        RerunPlan plan = pending.plan();
        boolean begun = plan.snapshotId() != null;
        if (begun
                && !(Objects.equals(plan.snapshotId(), file.snapshotId())
                        && Objects.equals(plan.firstCrn(), file.firstCrn()))) {
            throw new InvariantBroken("its snapshot or its block of CRNs is another than when the rerun was planned");
        }
    }

    private static String compared(RerunPlan plan, LedgerFile file) {
        Foresight came = file.repeatOf() != null
                ? Foresight.REPEATED
                : file.findings().isEmpty() ? Foresight.BCR : Foresight.FRJ;
        if (came == plan.foresight() && file.totals().equals(plan.totals())) {
            return "as planned: " + told(came, file.totals());
        }
        return "not as planned: " + told(came, file.totals()) + " instead of " + told(plan.foresight(), plan.totals())
                + "; what was committed before stands unchanged";
    }

    private static String told(Foresight what, Totals totals) {
        return switch (what) {
            case BCR ->
                "BCR with " + totals.accepted() + " accepted, " + totals.rejected() + " rejected, " + totals.repeated()
                        + " repeated";
            case FRJ -> "FRJ";
            case RECORDED -> "the recorded answer";
            case REPEATED -> "the answer of an earlier delivery";
            case FAILURE -> "a failure";
        };
    }

    private void settle(LedgerFile file, Pending pending, String result) {
        stores.reruns().settle(pending, stores.clock().now(), result);
        stores.operators().notice(new Notice(stores.clock().now(), "RERUN", file.id(), file.name(), result));
    }

    private static List<Long> numbers(List<LedgerFile> files) {
        return files.stream().map(LedgerFile::id).toList();
    }
}
