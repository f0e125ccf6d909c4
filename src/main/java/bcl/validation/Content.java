package bcl.validation;

import bcl.wire.ContactGroup;
import bcl.wire.ContentDigest;
import java.util.List;

/**
 * All fields of all records of a contact as they are stored. Holds personal data: never for logs.
 *
 * @param digest by which contents are compared
 */
public record Content(List<Stored> records, ContentDigest digest) {
    /**
     * One record.
     *
     * @param fields a JSON object of field names and values, empty fields and the record id left out: numbers without leading
     *     zeros, serial numbers in upper case, dates as YYYYMMDD, the contact code by its own name
     */
    public record Stored(String recordId, String fields) {
        /** Hides the fields, which hold personal data. */
        @Override
        public String toString() {
            return recordId;
        }
    }

    public Content {
        records = List.copyOf(records);
    }

    /** Of a group whose fields all passed. */
    static Content of(ContactGroup group) {
        return ContentWriter.ofThisThread().write(group);
    }
}
