package bcl.ledger;

import bcl.wire.Reason;
import java.time.Instant;
import java.util.List;

/**
 * What a first look into a taken file found. Nothing is decided by it: the file's turn finds everything again.
 *
 * @param contacts how many it seems to hold
 * @param reasons for which it would be rejected as a whole, but for those of its number
 */
public record FileLook(long fileId, long contacts, List<Reason> reasons, Instant at) {
    public FileLook {
        reasons = List.copyOf(reasons);
    }
}
