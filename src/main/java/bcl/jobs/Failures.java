package bcl.jobs;

import bcl.ledger.LedgerConflict;
import bcl.ledger.LedgerFile;
import bcl.responses.Inconsistent;
import bcl.responses.StorageFailed;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a failure of the engine is, and how it is told: file, line, cause, next step, and no field's value. */
final class Failures {
    /** Codes of H2 for a database that was closed or cannot reach its file, such as for a full disk. */
    private static final Set<String> H2_AWAY = Set.of("90007", "90028", "90030", "90031", "90067", "90098", "90121");
    /** Deadlock, serialization failure, lock timeout. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "HYT00", "HYT01");

    private Failures() {}

    /** For the ledger and the operator. */
    static String describe(LedgerFile file, @Nullable Throwable failure) {
        return "file " + file.id() + ": " + cause(failure)
                + ". Nothing of it was answered. Mend the cause, then: rerun " + file.id();
    }

    /** Line, if one contact failed, and cause. */
    static String cause(@Nullable Throwable failure) {
        ContactFailed contact = find(failure, ContactFailed.class);
        return (contact == null ? "" : contact.getMessage() + ": ") + what(root(failure));
    }

    /** Whether the database is away or its disk is full, so that holding single files would be wrong: the run has to wait. */
    static boolean isDatabaseAway(@Nullable Throwable failure) {
        SQLException sql = find(failure, SQLException.class);
        String state = sql == null ? null : sql.getSQLState();
        return find(failure, DataAccessResourceFailureException.class) != null
                || find(failure, CannotCreateTransactionException.class) != null
                || (state != null && isAway(state))
                || (sql != null && (isUnconnected(sql) || isDisk(sql)));
    }

    /** The embedded database has no code of its own for a write that its disk refused; it closes itself then. */
    private static boolean isDisk(SQLException sql) {
        return find(sql, IOException.class) != null;
    }

    /** The driver's or the pool's word, not the database's: what was to be done on a broken connection after it broke. */
    private static boolean isUnconnected(SQLException sql) {
        return sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLTransientConnectionException
                || sql instanceof SQLRecoverableException
                || (sql.getSQLState() == null && "Connection is closed".equals(sql.getMessage()));
    }

    /**
     * The one of several that says most: what concerns the whole run comes before what concerns a file. Last come exceptions of
     * Spring Batch's own: that there are others, or that its tables are behind after a commit that failed.
     */
    static Optional<Throwable> worst(List<Throwable> failures) {
        return failures.stream().min(Comparator.comparingInt(Failures::rank));
    }

    private static int rank(Throwable failure) {
        if (isDatabaseAway(failure) || isRunBroken(failure)) {
            return 0;
        }
        Throwable root = root(failure);
        if (root instanceof JobExecutionException || root instanceof OptimisticLockingFailureException) {
            return 4;
        }
        if (isWindowClosed(failure)) {
            return 3;
        }
        return isConflict(failure) || isPassing(failure) || storage(failure) != null ? 1 : 2;
    }

    /** Connection lost, shutting down or starting up, short of disk, memory or connections. */
    private static boolean isAway(String state) {
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("58")
                || H2_AWAY.contains(state);
    }

    /** Whether a file is no longer as this run saw it: another run owns it, or an operator moved it. */
    static boolean isRunBroken(@Nullable Throwable failure) {
        return find(failure, RunBroken.class) != null;
    }

    /** Whether nothing failed, but the window closed before it was done. */
    static boolean isWindowClosed(@Nullable Throwable failure) {
        return find(failure, WindowClosed.class) != null;
    }

    static boolean isConflict(@Nullable Throwable failure) {
        return find(failure, LedgerConflict.class) != null;
    }

    /** Whether two transactions were in each other's way, so that the same work can succeed when it is done again. */
    static boolean isPassing(@Nullable Throwable failure) {
        SQLException sql = find(failure, SQLException.class);
        return find(failure, ConcurrencyFailureException.class) != null
                || (sql != null && sql.getSQLState() != null && PASSING.contains(sql.getSQLState()));
    }

    /** The disk that refused to take an answer: no fault of the file, which waits. */
    static @Nullable StorageFailed storage(@Nullable Throwable failure) {
        return find(failure, StorageFailed.class);
    }

    /** Messages of databases quote values of rows: only the class and the code of such an error are told. */
    private static String what(@Nullable Throwable cause) {
        if (cause instanceof SQLException sql) {
            return "the database refused (" + sql.getSQLState() + ")";
        }
        if (cause instanceof InvariantBroken
                || cause instanceof WindowClosed
                || cause instanceof Inconsistent
                || cause instanceof JobInterruptedException
                || cause instanceof IOException) {
            return String.valueOf(cause.getMessage());
        }
        return cause == null ? "unknown cause" : cause.getClass().getSimpleName();
    }

    /** What a disk says for itself, without the path that it was asked for, which a sender may have named; else as above. */
    static String reason(Throwable cause) {
        if (cause instanceof FileSystemException disk && disk.getReason() != null) {
            return disk.getReason();
        }
        if (cause.getClass() == IOException.class && cause.getMessage() != null) {
            return cause.getMessage();
        }
        Throwable root = Objects.requireNonNullElse(root(cause), cause);
        return root instanceof SQLException
                ? what(root)
                : root.getClass().getSimpleName().replace("Exception", "");
    }

    private static @Nullable Throwable root(@Nullable Throwable failure) {
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
