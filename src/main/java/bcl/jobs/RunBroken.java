package bcl.jobs;

import org.jspecify.annotations.Nullable;

/** The whole run cannot go on. Nothing is lost: what was committed stands, and the next run goes on. */
public final class RunBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean databaseAway;

    private RunBroken(String message, boolean databaseAway, @Nullable Throwable cause) {
        super(message, cause);
        this.databaseAway = databaseAway;
    }

    static RunBroken databaseAway(@Nullable Throwable cause) {
        return new RunBroken("the database does not answer, or its disk is full", true, cause);
    }

    static RunBroken takenOver(@Nullable Throwable cause) {
        return new RunBroken(
                "another run has taken over this home's night; this one ends and commits nothing more", false, cause);
    }

    /** Whether a failure says that the database is away. */
    public static boolean isDatabaseAway(Throwable failure) {
        return Failures.isDatabaseAway(failure);
    }

    /** Whether a failure says that the database is away, or that others were in the way: worth another try later. */
    public static boolean isWorthWaiting(Throwable failure) {
        return Failures.isDatabaseAway(failure) || Failures.isPassing(failure);
    }

    /** Whether the database is away, so that the run may be tried again when it is back; else another run has taken over. */
    public boolean isDatabaseAway() {
        return databaseAway;
    }
}
