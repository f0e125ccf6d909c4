package bcl.contacts;

import bcl.wire.ContactStatus;
import bcl.wire.ContentDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A logged contact. {@code contentDigest} is the SHA-256 of its canonical content (CON00011). */
public record Contact(
        long crn,
        String organisation,
        long fileId,
        long line,
        String reference,
        String code,
        @Nullable Long mprn,
        @Nullable Long previousCrn,
        ContactStatus status,
        ContentDigest contentDigest,
        Instant createdAt) {}
