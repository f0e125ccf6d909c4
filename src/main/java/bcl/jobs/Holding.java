package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.Notice;

/** Sets a file aside until an operator has mended the cause, and tells of it. Part of the transaction of the caller. */
final class Holding {
    private final Stores stores;

    Holding(Stores stores) {
        this.stores = stores;
    }

    void hold(LedgerFile file, String reason) {
        stores.files().hold(file, reason);
        stores.operators().notice(new Notice(stores.clock().now(), "HELD", file.id(), file.name(), reason));
    }

    /** Holds a file that failed, unless it was finished or held by then. */
    void holdIfUnfinished(long id, Throwable failure) {
        LedgerFile now = stores.files().lock(id);
        if (now.state() != FileState.HELD && !now.state().isFinished()) {
            hold(now, Failures.describe(now, failure));
        }
    }
}
