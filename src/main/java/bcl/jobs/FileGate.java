package bcl.jobs;

import bcl.ledger.FileChunks.Written;
import bcl.ledger.LedgerFile;
import bcl.ledger.Totals;
import bcl.responses.Gate;
import java.util.List;

/** Stops a file that does not add up before it is answered. */
final class FileGate {
    private FileGate() {}

    static void check(Stores stores, LedgerFile file, long groups, Totals outcomes) {
        Long first = file.firstCrn();
        long contacts =
                first == null || groups == 0 ? 0 : stores.search().countBetween(first, first + groups - 1, file.id());
        check(file, groups, new Written(outcomes, contacts));
    }

    static void check(LedgerFile file, long groups, Written written) {
        List<String> broken = Gate.broken(file, groups, written.outcomes(), written.contacts());
        if (!broken.isEmpty()) {
            throw new InvariantBroken("file " + file.id() + ": " + String.join("; ", broken));
        }
    }
}
