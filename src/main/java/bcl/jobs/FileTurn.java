package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Notice;
import bcl.night.UkTime;
import bcl.reference.Organisations;
import bcl.validation.FileCheck;
import bcl.validation.FileFacts;
import bcl.wire.FileFinding;
import bcl.wire.FileName;
import bcl.wire.FileStructure;
import bcl.wire.Limits;
import bcl.wire.Organisation;
import bcl.wire.Reason;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file's turn has come: its number is judged, its structure checked, and it is rejected, answered as before, or opened. Part of
 * the transaction of the caller.
 */
final class FileTurn {
    private final Stores stores;
    private final NumberCheck numbers;
    private final Organisations organisations;
    private final Limits limits;

    FileTurn(Stores stores, Organisations organisations, Limits limits) {
        this(stores, NumberCheck.Numbers.of(stores.files(), stores.streams()), organisations, limits);
    }

    private FileTurn(Stores stores, NumberCheck.Numbers numbers, Organisations organisations, Limits limits) {
        this.stores = stores;
        this.numbers = new NumberCheck(numbers);
        this.organisations = organisations;
        this.limits = limits;
    }

    /** The same turns, by numbers that were looked up for many files at once. */
    FileTurn with(NumberCheck.Numbers lookedUp) {
        return new FileTurn(stores, lookedUp, organisations, limits);
    }

    /** What the turn came to; OPEN means that its contacts are to be decided now. */
    enum Result {
        OPEN,
        REJECTED,
        REPEATED,
        HELD
    }

    Result take(SmallFile small) {
        if (small.failure() != null) {
            new Holding(stores).hold(small.file(), small.failure());
            return Result.HELD;
        }
        return take(small.file(), small.structure());
    }

    Result take(LedgerFile file, @Nullable FileStructure structure) {
        Foreseen foreseen = foresee(file, structure);
        LedgerFile repeats = foreseen.repeats();
        if (repeats != null) {
            stores.files().repeat(file, repeats.id(), stores.clock().now());
            return Result.REPEATED;
        }
        List<FileFinding> findings = foreseen.findings();
        FileName name = file.fileName();
        boolean uses = name != null
                && (findings.isEmpty()
                        || FileCheck.usesUpNumber(facts(file, foreseen.turn().fault()), findings));
        if (name != null && uses) {
            tellGap(file, name, foreseen.turn());
            numbers.use(file, name, foreseen.turn());
        }
        if (findings.isEmpty()) {
            return Result.OPEN;
        }
        stores.files().reject(file, findings, uses, stores.clock().now());
        tellForeign(file, findings);
        return Result.REJECTED;
    }

    /**
     * What a turn would come to if it were now.
     *
     * @param repeats the delivery whose answer stands for it, or null
     * @param turn the judgement about its number
     */
    record Foreseen(@Nullable LedgerFile repeats, NumberCheck.Judgement.Turn turn, List<FileFinding> findings) {}

    /** Changes nothing. */
    Foreseen foresee(LedgerFile file, @Nullable FileStructure structure) {
        NumberCheck.Judgement judgement = numbers.judge(file);
        if (judgement instanceof NumberCheck.Judgement.Repeat repeat) {
            return new Foreseen(repeat.earlier(), new NumberCheck.Judgement.Turn(null, null), List.of());
        }
        NumberCheck.Judgement.Turn turn = (NumberCheck.Judgement.Turn) judgement;
        return new Foreseen(null, turn, FileCheck.check(facts(file, turn.fault()), structure));
    }

    /** All reasons but those of the number, which is judged when the turn has come: whether it is worth looking at contacts. */
    boolean isWorthReading(LedgerFile file, FileStructure structure) {
        return FileCheck.check(facts(file, null), structure).isEmpty();
    }

    Organisation owner(LedgerFile file) {
        return organisations
                .find(file.organisation())
                .orElseThrow(() -> new InvariantBroken("organisation " + file.organisation()
                        + " is no longer in reference/organisations.csv; put it back"));
    }

    Limits limits() {
        return limits;
    }

    private FileFacts facts(LedgerFile file, @Nullable Reason numberFault) {
        return new FileFacts(file.fileName(), owner(file), UkTime.localDate(file.receivedAt()), numberFault, limits);
    }

    /** A mistake, or somebody who has another's key or access to the folder. */
    private void tellForeign(LedgerFile file, List<FileFinding> findings) {
        if (findings.stream().anyMatch(finding -> finding.reason() == Reason.FIL00009)) {
            stores.operators()
                    .notice(new Notice(
                            stores.clock().now(),
                            Reason.FIL00009.name(),
                            file.id(),
                            file.organisation(),
                            "A file in its folder is another organisation's by name or header; it was rejected"));
        }
    }

    private void tellGap(LedgerFile file, FileName name, NumberCheck.Judgement.Turn turn) {
        if (turn.leavesGap(name.number())) {
            String missing = String.format(Locale.ROOT, "%06d to %06d", turn.lastNumber() + 1, name.number() - 1);
            stores.operators()
                    .notice(new Notice(
                            stores.clock().now(),
                            Reason.FIL00019.name(),
                            file.id(),
                            name.stream().toString(),
                            "Generation numbers " + missing + " are missing before this file; ask the sender"));
        }
    }
}
