package bcl.validation;

import bcl.wire.FileName;
import bcl.wire.Limits;
import bcl.wire.Organisation;
import bcl.wire.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file without looking into it.
 *
 * @param name null if the name has not the agreed form (FIL00001)
 * @param owner the organisation in whose folder the file lay
 * @param receiptDate when the file was taken, as a date in UK local time
 * @param numberFault FIL00011 or FIL00012 if the ledger's memory of the stream says so, else null; has no meaning if the name
 *     is another organisation's
 */
public record FileFacts(
        @Nullable FileName name,
        Organisation owner,
        LocalDate receiptDate,
        @Nullable Reason numberFault,
        Limits limits) {
    boolean nameIsOwners() {
        return name != null && name.organisation().equals(owner.shortCode());
    }
}
