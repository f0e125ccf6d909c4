package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.reference.ReferenceData;
import bcl.responses.AnswerContent;
import bcl.responses.FileRejection;
import bcl.responses.FileResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the answer of a file tells, from the ledger and the sealed copy. */
final class AnswerContents {
    private final Stores stores;
    private final ReferenceData reference;
    private final Map<Long, LocalDate> dates = new ConcurrentHashMap<>();

    AnswerContents(Stores stores, ReferenceData reference) {
        this.stores = stores;
        this.reference = reference;
    }

    /** @param outcomes null if they are to be read from the ledger */
    AnswerContent of(LedgerFile file, @Nullable List<Outcome> outcomes) {
        if (!file.findings().isEmpty()) {
            return FileRejection.of(file);
        }
        Path sealed = stores.home().sealed(file.digest());
        return outcomes == null
                ? FileResult.of(file, referenceDate(file), stores.outcomes(), sealed)
                : FileResult.of(file, referenceDate(file), outcomes, sealed);
    }

    private LocalDate referenceDate(LedgerFile file) {
        Long snapshot = file.snapshotId();
        if (snapshot == null) {
            throw new InvariantBroken("file " + file.id() + " was decided without a meter point snapshot");
        }
        return dates.computeIfAbsent(snapshot, reference::dateOf);
    }
}
