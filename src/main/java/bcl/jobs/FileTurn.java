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
        this.stores = stores;
        this.numbers = new NumberCheck(stores.files(), stores.streams());
        this.organisations = organisations;
        this.limits = limits;
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
            hold(small.file(), small.failure());
            return Result.HELD;
        }
        return take(small.file(), small.structure());
    }

    Result take(LedgerFile file, @Nullable FileStructure structure) {
        NumberCheck.Judgement judgement = numbers.judge(file);
        if (judgement instanceof NumberCheck.Judgement.Repeat repeat) {
            stores.files().repeat(file, repeat.earlier().id(), stores.clock().now());
            return Result.REPEATED;
        }
        NumberCheck.Judgement.Turn turn = (NumberCheck.Judgement.Turn) judgement;
        FileFacts facts = facts(file, turn.fault());
        List<FileFinding> findings = FileCheck.check(facts, structure);
        FileName name = file.fileName();
        boolean uses = name != null && (findings.isEmpty() || FileCheck.usesUpNumber(facts, findings));
        if (name != null && uses) {
            tellGap(file, name, turn);
            numbers.use(name);
        }
        if (findings.isEmpty()) {
            return Result.OPEN;
        }
        stores.files().reject(file, findings, uses, stores.clock().now());
        return Result.REJECTED;
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

    void hold(LedgerFile file, String reason) {
        stores.files().hold(file, reason);
        stores.operators().notice(new Notice(stores.clock().now(), "HELD", file.id(), file.name(), reason));
    }

    private FileFacts facts(LedgerFile file, @Nullable Reason numberFault) {
        return new FileFacts(file.fileName(), owner(file), UkTime.localDate(file.receivedAt()), numberFault, limits);
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
