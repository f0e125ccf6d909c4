package bcl.ledger;

import java.time.Instant;

/**
 * One thing whose content is erased; its rows stay.
 *
 * @param subject number of the file, or of the entry of quarantine
 * @param digest of the bytes that were erased
 * @param receivedAt tells two subjects apart that had the same number, one of them before a backup was restored
 */
public record Erasure(long id, Kind kind, long subject, String digest, Instant receivedAt, Instant at, String rule) {
    /** What it is the content of. */
    public enum Kind {
        FILE("inbound_file", "received_at"),
        QUARANTINE("quarantine", "at");

        final String table;
        final String received;

        Kind(String table, String received) {
            this.table = table;
            this.received = received;
        }
    }
}
