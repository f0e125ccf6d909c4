package bcl.wire;

/**
 * One record of a contact as it is stored.
 *
 * @param recordId such as {@code L02}
 * @param fields a JSON object of field names and values, empty fields and the record id left out: numbers without leading zeros,
 *     serial numbers in upper case, dates as YYYYMMDD, the contact code by its own name
 */
public record ContactRecord(String recordId, String fields) {
    /** Hides the fields, which hold personal data. */
    @Override
    public String toString() {
        return recordId;
    }
}
