package bcl.interventions;

import bcl.commands.EngineException;
import bcl.commands.Printable;
import bcl.commands.UsageException;
import bcl.jobs.RunBroken;
import bcl.jobs.Stores;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.UkTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What commands about one file share: which file is meant, what is said of it, and the record of the act. */
@Component
public final class FileDesk {
    /** A running night locks a file for as long as a chunk commits. */
    private static final int TRIES = 10;

    private final Stores stores;
    private final TransactionTemplate transaction;

    FileDesk(Stores stores, TransactionTemplate transaction) {
        this.stores = stores;
        this.transaction = transaction;
    }

    public Stores stores() {
        return stores;
    }

    /**
     * The file that is meant.
     *
     * @throws UsageException if there is none, or more than one
     */
    public LedgerFile find(String file) {
        if (file.matches("[0-9]{1,18}")) {
            var numbered = stores.files().find(Long.parseLong(file));
            if (numbered.isPresent()) {
                return numbered.get();
            }
        }
        List<LedgerFile> named = stores.files().byName(file);
        if (named.isEmpty()) {
            throw new UsageException(
                    "No file has the number or the name '" + Printable.of(file) + "'; status shows them");
        }
        if (named.size() > 1) {
            throw new UsageException("Several deliveries have the name '" + Printable.of(file)
                    + "'. Give the number of one:"
                    + named.stream().map(FileDesk::candidate).collect(Collectors.joining()));
        }
        return named.get(0);
    }

    private static String candidate(LedgerFile file) {
        return String.format(
                Locale.ROOT,
                "%n  %d  %s/%s, %s, received %s",
                file.id(),
                file.organisation(),
                Printable.of(file.name()),
                file.state(),
                UkTime.readable(file.receivedAt()));
    }

    public static String of(LedgerFile file) {
        return "file " + file.id() + ", " + file.organisation() + "/" + Printable.of(file.name());
    }

    /** When it was answered, and how. */
    String answer(LedgerFile file) {
        long answered = file.repeatOf() == null ? file.id() : file.repeatOf();
        return stores.answers()
                .of(answered)
                .map(answer -> "answered by " + answer.name() + ", made " + UkTime.readable(answer.createdAt()) + " ("
                        + (file.findings().isEmpty()
                                ? file.totals().accepted() + " accepted, "
                                        + file.totals().rejected() + " rejected, "
                                        + file.totals().repeated() + " repeated"
                                : "rejected whole")
                        + ")")
                .orElse("finished");
    }

    void acted(String user, String verb, LedgerFile file, String reason, String result) {
        stores.operators().acted(stores.clock().now(), user, verb, of(file), reason, result);
    }

    /** Why a finished file cannot be held or released. */
    UsageException finished(LedgerFile file) {
        return new UsageException(of(file) + " is finished: " + answer(file) + ". Its answer stands; nothing was done");
    }

    static boolean isFinished(LedgerFile file) {
        return file.state() == FileState.ANSWERED;
    }

    /** One transaction; begun again if a running night is in its way. */
    <T> T inTransaction(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()), "work tells what it did");
            } catch (DataAccessException | TransactionException e) {
                if (!RunBroken.isWorthWaiting(e)) {
                    throw e;
                }
                if (RunBroken.isDatabaseAway(e) || tries == TRIES) {
                    throw new EngineException(
                            "The database does not answer, or a running night keeps the file busy; nothing was done, try"
                                    + " again",
                            e);
                }
            }
        }
    }
}
