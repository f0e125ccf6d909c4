package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import bcl.night.UkTime;
import bcl.parsing.FilePlan;
import bcl.parsing.ScannedFile;
import bcl.parsing.StructureScan;
import bcl.reference.ReferenceData;
import bcl.validation.FileContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a large file ready for its job: sealed copy checked, structure scanned, turn taken, parts planned or taken over. */
final class LargeFilePreparation {
    private final Stores stores;
    private final ReferenceData reference;
    private final TransactionTemplate transaction;
    private final TaskExecutor workers;
    private final NightSettings settings;

    LargeFilePreparation(
            Stores stores,
            ReferenceData reference,
            TransactionTemplate transaction,
            TaskExecutor workers,
            NightSettings settings) {
        this.stores = stores;
        this.reference = reference;
        this.transaction = transaction;
        this.workers = workers;
        this.settings = settings;
    }

    /** The file to decide; empty if it was rejected as a whole or repeats an earlier one, and is answered already. */
    Optional<LargeFile> prepare(LedgerFile file, ChunkPacer pacer, Turns turns) throws IOException {
        Path sealed = stores.home().sealed(file.digest());
        ScannedFile scanned = checkedAndScanned(file, sealed, mostContacts(file, turns));
        FilePlan plan = scanned.plan();
        Boolean open = transaction.execute(status -> {
            WindowFence.put(pacer);
            return file.state() == FileState.TAKEN ? begin(file, scanned, turns) : goOn(file);
        });
        if (!Boolean.TRUE.equals(open)) {
            return Optional.empty();
        }
        LedgerFile opened = stores.files().get(file.id());
        FileContext context = new FileContext(
                turns.turn().owner(file),
                UkTime.localDate(file.receivedAt()),
                turns.turn().limits());
        long snapshot = Objects.requireNonNull(opened.snapshotId(), "an open file has a snapshot");
        boolean isFirst = !stores.files().mayHaveLogged(file.organisation(), file.id());
        return Optional.of(
                new LargeFile(opened, sealed, plan, context, reference.open(snapshot), isFirst, turns.run()));
    }

    /** The digest is taken beside the scan; what was found counts only if the copy is as it was taken. */
    private ScannedFile checkedAndScanned(LedgerFile file, Path sealed, long mostContacts) throws IOException {
        FutureTask<Boolean> check = new FutureTask<>(() -> {
            new SealedCheck(stores.home()).check(file);
            return true;
        });
        workers.execute(check);
        try {
            return new StructureScan(settings.contactsPerPart(), mostContacts).scan(sealed);
        } finally {
            await(check);
        }
    }

    private static void await(FutureTask<Boolean> check) throws IOException {
        try {
            check.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a sealed copy was checked");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException("the sealed copy cannot be checked", e.getCause());
        }
    }

    /** A file that was opened under an older limit is finished under it. */
    private static long mostContacts(LedgerFile file, Turns turns) {
        return file.state() == FileState.TAKEN ? turns.turn().limits().contactsPerFile() : Long.MAX_VALUE;
    }

    private boolean begin(LedgerFile file, ScannedFile scanned, Turns turns) {
        FileTurn.Result result = turns.turn().take(file, scanned.structure());
        if (result != FileTurn.Result.OPEN) {
            turns.answering().answer(List.of(stores.files().get(file.id())), Map.of());
            return false;
        }
        int groups = scanned.plan().groups();
        Long firstCrn = file.isTest() ? null : stores.contacts().reserveCrns(groups);
        stores.files().open(file, turns.snapshot().id(), groups, firstCrn);
        stores.parts().plan(file, LargeFile.planned(file, scanned.plan()));
        return true;
    }

    private boolean goOn(LedgerFile file) {
        stores.files().resume(file);
        stores.parts().takeOver(file);
        return true;
    }
}
