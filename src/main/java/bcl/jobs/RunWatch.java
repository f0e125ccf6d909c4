package bcl.jobs;

import bcl.ledger.Worked;
import java.util.function.LongSupplier;

/** What a run asks and tells whoever started it. */
public interface RunWatch {
    /**
     * Whether the night is still this run's; asked within every transaction, just before its commit, from every worker. After a no
     * the transaction is rolled back, and the run ends.
     */
    boolean mayCommit();

    /** Tells, every minute or so, what the run has done so far. */
    void worked(Worked soFar);

    /** Tells how many bytes of files are left, again and again; asks the ledger only if somebody wants to know. */
    void left(LongSupplier bytes);

    /**
     * Tells after each commit what was decided, from every worker.
     *
     * @param bytes of the files; how many contacts the others hold is not known before they are read
     */
    void decided(long contacts, long bytes);
}
