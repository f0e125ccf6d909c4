package bcl.contacts;

/**
 * One stored record of a contact.
 *
 * @param recordId such as {@code L02}
 * @param fields the canonical fields as a JSON object, by their names; empty ones left out
 */
public record ContactRecord(String recordId, String fields) {}
