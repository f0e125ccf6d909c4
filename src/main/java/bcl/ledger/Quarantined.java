package bcl.ledger;

import java.time.Instant;

/** A file that could be attributed to nobody, and where its bytes lie below {@code quarantine/}. */
public record Quarantined(
        String folder, String name, String storedAs, String digest, long size, String reason, Instant at) {}
