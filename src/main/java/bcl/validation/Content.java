package bcl.validation;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.ContactGroup;
import bcl.wire.ContentDigest;
import bcl.wire.FieldLayout;
import bcl.wire.InboundRecord;
import bcl.wire.RecordLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All fields of all records of a contact as they are stored. Holds personal data: never for logs. */
public record Content(List<Stored> records) {
    private static final char END_OF_FIELD = 0x1F;
    private static final char END_OF_RECORD = 0x1E;

    /**
     * One record.
     *
     * @param fields in the order of its table from field 1, empty ones as empty text: numbers without leading zeros, serial
     *     numbers in upper case, dates as YYYYMMDD, the contact code by its own name
     */
    public record Stored(String recordId, List<String> fields) {
        public Stored {
            fields = List.copyOf(fields);
        }

        /** Hides the fields, which hold personal data. */
        @Override
        public String toString() {
            return recordId;
        }
    }

    public Content {
        records = List.copyOf(records);
    }

    static Content of(ContactGroup group) {
        return new Content(group.records().stream().map(Content::stored).toList());
    }

    /** The digest by which contents are compared. The ends that it marks cannot occur in a field. */
    public ContentDigest digest() {
        StringBuilder text = new StringBuilder(512);
        for (Stored stored : records) {
            text.append(stored.recordId()).append(END_OF_FIELD);
            stored.fields().forEach(field -> text.append(field).append(END_OF_FIELD));
            text.append(END_OF_RECORD);
        }
        return ContentDigest.sha256(text.toString());
    }

    private static Stored stored(InboundRecord record) {
        RecordLayout layout = record.layout();
        List<String> fields = new ArrayList<>();
        if (layout != null) {
            for (FieldLayout field : layout.fields()) {
                fields.add(text(record, field));
            }
        }
        return new Stored(record.id(), fields);
    }

    private static String text(InboundRecord record, FieldLayout field) {
        Object value = record.value(field.number());
        if (value == null) {
            return "";
        }
        return switch (field.domain()) {
            case N -> value.toString();
            case D -> date((LocalDate) value);
            case T -> isCode(record, field) ? code((String) value) : (String) value;
        };
    }

    private static boolean isCode(InboundRecord record, FieldLayout field) {
        return field.number() == Fields.L01_CODE.number() && record.id().equals(Fields.L01_CODE.record());
    }

    private static String code(String spelling) {
        ContactCode code = ContactCodes.find(spelling);
        return code == null ? spelling : code.code();
    }

    private static String date(LocalDate date) {
        String digits = Integer.toString(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
        return "0".repeat(8 - digits.length()) + digits;
    }
}
