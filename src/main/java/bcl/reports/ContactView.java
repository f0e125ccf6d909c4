package bcl.reports;

import bcl.contacts.Contact;
import bcl.contacts.ContactEvent;
import bcl.ledger.Answer;
import bcl.ledger.Erased;
import bcl.ledger.LedgerFile;
import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.ContactRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A contact with all that belongs to it.
 *
 * @param file null if the ledger has lost it, which {@code reconcile} tells
 * @param answer null until the file is answered
 * @param erased null unless its records were erased
 * @param follower the CRN of the contact that names this one as the previous
 */
record ContactView(
        Contact contact,
        @Nullable LedgerFile file,
        @Nullable Answer answer,
        @Nullable Long follower,
        @Nullable Erased erased,
        List<ContactRecord> records,
        List<ContactEvent> history) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    /** The stored fields by their names, in the order of the record's table; empty ones are not stored. */
    static Map<String, String> fields(ContactRecord record) {
        return MAPPER.readValue(record.fields(), FIELDS);
    }

    String codeName() {
        ContactCode code = ContactCodes.find(contact.code());
        return code == null ? "" : code.name();
    }
}
