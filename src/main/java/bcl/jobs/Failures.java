package bcl.jobs;

import bcl.ledger.LedgerConflict;
import bcl.ledger.LedgerFile;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a failure of the engine means for the run, and how it is told: file, line, cause, next step, and no field's value. */
final class Failures {
    private Failures() {}

    /** For the ledger and the operator. */
    static String describe(LedgerFile file, @Nullable Throwable failure) {
        Throwable cause = root(failure);
        ContactFailed contact = find(failure, ContactFailed.class);
        String where = contact == null ? "" : contact.getMessage() + ": ";
        return "file " + file.id() + ": " + where + what(cause)
                + ". Nothing of it was answered. Mend the cause, then: rerun " + file.id();
    }

    /** Whether the database is away, so that holding single files would be wrong: the whole run has to wait. */
    static boolean isDatabaseAway(@Nullable Throwable failure) {
        SQLException sql = find(failure, SQLException.class);
        String state = sql == null ? null : sql.getSQLState();
        return find(failure, DataAccessResourceFailureException.class) != null
                || find(failure, CannotCreateTransactionException.class) != null
                || (state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("90")));
    }

    /** Whether another run owns the files by now. */
    static boolean isTakenOver(@Nullable Throwable failure) {
        return find(failure, LedgerConflict.class) != null;
    }

    /** Messages of databases quote values of rows: only the class and the code of such an error are told. */
    private static String what(@Nullable Throwable cause) {
        if (cause instanceof SQLException sql) {
            return "the database refused (" + sql.getSQLState() + ")";
        }
        if (cause instanceof InvariantBroken || cause instanceof java.io.IOException) {
            return String.valueOf(cause.getMessage());
        }
        return cause == null ? "unknown cause" : cause.getClass().getSimpleName();
    }

    static @Nullable Throwable root(@Nullable Throwable failure) {
        Throwable cause = failure;
        Set<Throwable> seen = new HashSet<>();
        while (cause != null && cause.getCause() != null && seen.add(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
