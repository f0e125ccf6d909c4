package bcl.reports;

import bcl.ledger.AccessLedger.Act;
import bcl.ledger.Notice;
import bcl.ledger.Transfer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody or something had to do with.
 *
 * @param files by their numbers, all of their contacts
 * @param crns contacts beside those
 * @param names files by name that the ledger knows nothing of: sent and not taken, or read before they were taken
 */
record Touched(
        Set<Long> files,
        Set<Long> crns,
        Set<String> names,
        List<Notice> logins,
        List<Transfer> transfers,
        List<Act> acts) {
    static Touched files(List<Long> files) {
        return new Touched(new TreeSet<>(files), Set.of(), Set.of(), List.of(), List.of(), List.of());
    }
}
