package bcl.jobs;

import bcl.ledger.Answer;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.ledger.Part;
import bcl.ledger.RerunPlan;
import bcl.ledger.RerunPlan.Foresight;
import bcl.ledger.Totals;
import bcl.night.UkTime;
import bcl.parsing.ScannedFile;
import bcl.parsing.StructureScan;
import bcl.reference.ReferenceData;
import bcl.reference.Snapshot;
import bcl.validation.FileContext;
import bcl.wire.FileFinding;
import bcl.wire.FileStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * A door of this package: says what a run of one file would come to, by the rules and look-ups of the run itself, and changes
 * nothing. Thread-safe.
 */
public final class Rehearsal {
    private static final long NO_RUN = 0;

    private final Stores stores;
    private final ReferenceData reference;
    private final NightRun.Work work;

    public Rehearsal(Stores stores, ReferenceData reference, NightRun.Work work) {
        this.stores = stores;
        this.reference = reference;
        this.work = work;
    }

    /** As things stand: files that come before it, and what others send, may change it. A failure is foreseen, not thrown. */
    public RerunPlan of(LedgerFile file) {
        try {
            return foresee(file, file.state() == FileState.HELD ? file.heldFrom() : file.state());
        } catch (DataAccessException e) {
            if (Failures.isDatabaseAway(e)) {
                throw e;
            }
            return plan(file, Foresight.FAILURE, Totals.NONE, Failures.cause(e));
        } catch (IOException | RuntimeException e) {
            return plan(file, Foresight.FAILURE, Totals.NONE, Failures.cause(e));
        }
    }

    private RerunPlan foresee(LedgerFile file, @Nullable FileState from) throws IOException {
        if (from == FileState.DECIDED || from == FileState.REJECTED) {
            return recorded(file);
        }
        if (reference.inForce().isEmpty()) {
            throw new InvariantBroken(
                    "no reference data is loaded yet; the next night loads what lies in reference/ before it looks at files");
        }
        FileTurn turn = new FileTurn(stores, reference.organisations(), work.limits());
        new SealedCheck(stores.home()).check(file);
        Path sealed = stores.home().sealed(file.digest());
        ScannedFile scanned = new StructureScan(
                        work.settings().contactsPerPart(), work.limits().contactsPerFile())
                .scan(sealed);
        if (from == FileState.TAKEN) {
            boolean tooLarge = file.size() > work.limits().fileSize();
            RerunPlan without = withoutContacts(file, turn, tooLarge ? null : scanned.structure());
            if (without != null) {
                return without;
            }
        }
        return decided(file, turn, scanned, sealed);
    }

    /** The plan for a file whose contacts are not looked at, else null. */
    private @Nullable RerunPlan withoutContacts(LedgerFile file, FileTurn turn, @Nullable FileStructure structure) {
        FileTurn.Foreseen foreseen = turn.foresee(file, structure);
        LedgerFile earlier = foreseen.repeats();
        if (earlier != null) {
            return plan(
                    file,
                    Foresight.REPEATED,
                    Totals.NONE,
                    "it repeats file " + earlier.id() + ", whose answer " + answer(earlier) + " stands");
        }
        List<FileFinding> findings = foreseen.findings();
        if (findings.isEmpty()) {
            return null;
        }
        String reasons =
                findings.stream().map(finding -> finding.reason().name()).collect(Collectors.joining(", "));
        return plan(file, Foresight.FRJ, Totals.NONE, next(file, findings) + ": " + reasons);
    }

    private RerunPlan decided(LedgerFile file, FileTurn turn, ScannedFile scanned, Path sealed) throws IOException {
        FileContext context = new FileContext(turn.owner(file), UkTime.localDate(file.receivedAt()), turn.limits());
        LargeFile large =
                new LargeFile(file, sealed, scanned.plan(), context, reference.open(snapshot(file)), false, NO_RUN);
        List<Part> parts = stores.parts().of(file.id());
        Foretold foretold = new Foretold(stores, large, work.settings().contactsPerChunk());
        Totals totals = foretold.decide(parts.isEmpty() ? LargeFile.planned(file, scanned.plan()) : parts);
        return plan(file, Foresight.BCR, totals, next(file, List.of()));
    }

    private long snapshot(LedgerFile file) {
        Long begunWith = file.snapshotId();
        if (begunWith != null) {
            return begunWith;
        }
        return reference.inForce().map(Snapshot::id).orElseThrow();
    }

    private RerunPlan recorded(LedgerFile file) {
        LedgerFile answered = file.repeatOf() == null ? file : stores.files().get(file.repeatOf());
        return plan(file, Foresight.RECORDED, file.totals(), answer(answered));
    }

    private String answer(LedgerFile file) {
        return stores.answers()
                .of(file.id())
                .map(Answer::name)
                .map(Object::toString)
                .orElse("that is still to come");
    }

    private String next(LedgerFile file, List<FileFinding> findings) {
        return stores.streams().foreseen(Answering.stream(file, findings)).toString();
    }

    private static RerunPlan plan(LedgerFile file, Foresight foresight, Totals totals, String detail) {
        return new RerunPlan(file.id(), file.snapshotId(), file.firstCrn(), foresight, totals, detail);
    }

    /** A held file that keeps back this one of its stream. */
    public Optional<LedgerFile> keptBackBy(LedgerFile file) {
        return stores.files().inState(FileState.HELD).stream()
                .filter(other -> other.id() != file.id()
                        && !file.isBegun()
                        && WorkOrder.stream(other).equals(WorkOrder.stream(file))
                        && WorkOrder.comesBefore(other, file))
                .findFirst();
    }

    /** The CRNs that a file has given already. */
    public CommittedCrns committed(LedgerFile file) {
        CommittedCrns crns = new CommittedCrns();
        stores.outcomes().forEach(file.id(), (Outcome outcome) -> crns.add(outcome));
        return crns;
    }
}
