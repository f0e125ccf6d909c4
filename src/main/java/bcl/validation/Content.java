package bcl.validation;

import bcl.wire.ContactGroup;
import bcl.wire.ContactRecord;
import bcl.wire.ContentDigest;
import java.util.List;

/**
 * All fields of all records of a contact as they are stored. Holds personal data: never for logs.
 *
 * @param digest by which contents are compared
 */
public record Content(List<ContactRecord> records, ContentDigest digest) {
    public Content {
        records = List.copyOf(records);
    }

    /** Of a group whose fields all passed. */
    static Content of(ContactGroup group) {
        return ContentWriter.ofThisThread().write(group);
    }
}
