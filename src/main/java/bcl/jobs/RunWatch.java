package bcl.jobs;

import bcl.ledger.Worked;

/** What a run asks and tells whoever started it. */
public interface RunWatch {
    /**
     * Whether the night is still this run's; asked within every transaction, just before its commit, from every worker. After a no
     * the transaction is rolled back, and the run ends.
     */
    boolean mayCommit();

    /** Tells, every minute or so, what the run has done so far. */
    void worked(Worked soFar);
}
