package bcl.jobs;

import org.jspecify.annotations.Nullable;

/** The whole run cannot go on: the database is away, or another run has taken over. Nothing is lost; the next run goes on. */
public final class RunBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Throws if a failure concerns more than the file that was worked on. */
    static void unlessOneFile(Throwable failure) {
        if (Failures.isTakenOver(failure)) {
            throw new RunBroken(
                    "another run has taken over this home's night; this one ends and commits nothing more", failure);
        }
        if (Failures.isDatabaseAway(failure)) {
            throw new RunBroken(
                    "the database does not answer; what was committed stands. When it is back, start night again",
                    failure);
        }
    }
}
