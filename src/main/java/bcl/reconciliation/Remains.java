package bcl.reconciliation;

import bcl.ledger.Erased;
import bcl.ledger.LedgerFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;

/** Whether what was erased is gone, and stayed so. */
final class Remains {
    private final Audit audit;

    Remains(Audit audit) {
        this.audit = audit;
    }

    void check(LedgerFile file, Erased erased) {
        audit.tally().erased();
        if (!erased.finished()) {
            return;
        }
        if (Files.exists(audit.books().home().sealed(file.digest()), LinkOption.NOFOLLOW_LINKS) && !isNeeded(file)) {
            differs(file, "its sealed copy is there, though its content was " + erased.text());
        }
        Long first = file.firstCrn();
        if (first != null
                && audit.number(
                                "select count(*) from contact_record where crn >= ? and crn < ? + (select contacts"
                                        + " from inbound_file where id = ?)",
                                first,
                                first,
                                file.id())
                        > 0) {
            differs(file, "records of its contacts are there, though their content was " + erased.text());
        }
    }

    /** The same bytes may have been sent again since. */
    private boolean isNeeded(LedgerFile file) {
        return audit.number(
                        "select count(*) from inbound_file f where f.digest = ? and not exists"
                                + " (select 1 from erasure e where e.kind = 'FILE' and e.subject = f.id)",
                        file.digest())
                > 0;
    }

    private void differs(LedgerFile file, String what) {
        audit.differences().file(Subject.ERASED, file.id(), what);
    }
}
