package bcl.contacts;

import bcl.wire.ContactRecord;
import bcl.wire.ContentDigest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact that was accepted and gets this CRN.
 *
 * @param organisation short code of the sender
 * @param line of its {@code L01} in the file
 * @param code the contact code as it is stored ({@code FLE}, never {@code FILE})
 * @param contentDigest SHA-256 of the canonical content (CON00011)
 * @param records the {@code L01} and its children in the order of the file
 */
public record NewContact(
        long crn,
        String organisation,
        long fileId,
        long line,
        String reference,
        String code,
        @Nullable Long mprn,
        @Nullable Long previousCrn,
        ContentDigest contentDigest,
        Instant createdAt,
        List<ContactRecord> records) {
    public NewContact {
        records = List.copyOf(records);
    }
}
