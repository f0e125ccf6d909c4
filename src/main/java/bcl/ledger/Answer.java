package bcl.ledger;

import bcl.wire.FileName;
import java.time.Instant;

/**
 * The one answer of a file.
 *
 * @param sequence counts the answers of its stream from 1 without gaps; the number in the name is the sequence wrapped at
 *     999999
 * @param name of the file in {@code outbound/}
 * @param organisationId of the folder's owner at that time, as its {@code A00} shows it
 * @param createdAt when it was first made: the time in its {@code A00}, so that making it again gives the same bytes
 * @param digest SHA-256 of its bytes
 * @param published whether it was put into {@code outbound/}
 */
public record Answer(
        long fileId,
        long sequence,
        FileName name,
        String organisation,
        long organisationId,
        Instant createdAt,
        String digest,
        long size,
        boolean published) {}
