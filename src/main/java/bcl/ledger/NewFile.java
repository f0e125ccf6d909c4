package bcl.ledger;

import java.time.Instant;

/** A complete file that was sealed: its copy lies in the archive under its digest (SHA-256, hexadecimal), {@code size} in bytes. */
public record NewFile(String organisation, String name, String digest, long size, Instant receivedAt) {}
