package bcl.reports;

import bcl.ledger.AccessLedger.Act;
import bcl.ledger.Notice;
import bcl.ledger.Transfer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody or something had to do with.
 *
 * @param files by their numbers, all of their contacts, or those alone that {@code run} judged
 * @param run the run that is asked about; null for everything else
 * @param crns contacts beside those
 * @param names files by name that the ledger knows nothing of: sent and not taken, or read before they were taken
 */
record Touched(
        Set<Long> files,
        @Nullable Long run,
        Set<Long> crns,
        Set<String> names,
        List<Notice> logins,
        List<Transfer> transfers,
        List<Act> acts) {
    /** @param run whose part of them is meant; null for all of it */
    static Touched files(List<Long> files, @Nullable Long run, List<Act> runs) {
        return new Touched(new TreeSet<>(files), run, Set.of(), Set.of(), List.of(), List.of(), runs);
    }
}
