package bcl.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A delivery as operators see it.
 *
 * @param contacts the contacts in it, as far as they were counted: by a first look before its turn; 0 without one, and for a file
 *     that was rejected whole
 * @param decided how many of them have an outcome; of a large file also while it is worked on
 * @param answer the name of the answer that stands for it, null if none is recorded yet
 * @param foreseen the codes for which its turn will reject it whole, by a first look; null if there are none
 */
public record FileSummary(
        LedgerFile file,
        long contacts,
        long decided,
        @Nullable String answer,
        @Nullable String foreseen) {}
