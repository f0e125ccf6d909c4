package bcl.ledger;

/**
 * A guarded statement did not find the one row that it was to change: another run owns the file now, or it has moved on. Roll
 * back and leave it; nothing was changed.
 */
public final class LedgerConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerConflict(String message) {
        super(message);
    }

    /** Throws unless exactly one row was changed. */
    static void unlessOne(int rows, String what) {
        unless(1, rows, what);
    }

    /** Throws unless exactly so many rows were changed. */
    static void unless(int due, int rows, String what) {
        if (rows != due) {
            throw new LedgerConflict(what + ": " + rows + " rows instead of " + due);
        }
    }
}
