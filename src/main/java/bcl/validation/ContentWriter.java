package bcl.validation;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.ContactGroup;
import bcl.wire.ContentDigest;
import bcl.wire.Domain;
import bcl.wire.FieldLayout;
import bcl.wire.InboundRecord;
import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes what is stored of one contact and its digest in one pass over the fields, while they are still in the processor's cache:
 * made later, by the chunk, it costs twice as much. Stored fields hold the characters 0x20 to 0x7E alone, so that in JSON only the
 * quote and the backslash need an escape. For one thread, which uses it for all its contacts: buffers that grow anew for each cost
 * more than what is written into them.
 */
final class ContentWriter {
    // Neither can occur in a field.
    private static final char END_OF_FIELD = 0x1F;
    private static final char END_OF_RECORD = 0x1E;

    /** By record id, what stands before the value of each field. */
    private static final Map<String, String[]> KEYS = new HashMap<>();

    static {
        for (RecordLayout layout : Layouts.inbound().all()) {
            KEYS.put(
                    layout.id(),
                    layout.fields().stream()
                            .map(field -> "\"" + field.name() + "\":\"")
                            .toArray(String[]::new));
        }
    }

    /** Above it a buffer is let go: the longest contact must not stay in memory with each thread. */
    private static final int KEPT = 64 * 1024;

    private static final ThreadLocal<ContentWriter> WRITERS = ThreadLocal.withInitial(ContentWriter::new);

    private final StringBuilder digested = new StringBuilder(1024);
    private final StringBuilder json = new StringBuilder(1024);

    private ContentWriter() {}

    static ContentWriter ofThisThread() {
        return WRITERS.get();
    }

    Content write(ContactGroup group) {
        digested.setLength(0);
        Content.Stored[] records = new Content.Stored[group.records().size()];
        int count = 0;
        for (InboundRecord record : group.records()) {
            records[count++] = stored(record);
        }
        Content content = new Content(List.of(records), ContentDigest.sha256(digested.toString()));
        if (digested.capacity() > KEPT) {
            WRITERS.remove();
        }
        return content;
    }

    private Content.Stored stored(InboundRecord record) {
        RecordLayout layout = record.layout();
        if (layout == null) {
            throw new IllegalStateException("line " + record.line() + ": an unknown record is not stored");
        }
        String[] keys = KEYS.getOrDefault(layout.id(), new String[0]);
        json.setLength(0);
        json.append('{');
        digested.append(layout.id()).append(END_OF_FIELD);
        for (FieldLayout field : layout.fields()) {
            String text = text(record, field);
            if (text.isEmpty()) {
                digested.append(END_OF_FIELD);
                continue;
            }
            digested.append(text).append(END_OF_FIELD);
            if (field.number() > 1) {
                json.append(keys[field.number() - 1]);
                escape(text);
                json.append("\",");
            }
        }
        json.setLength(Math.max(1, json.length() - 1));
        digested.append(END_OF_RECORD);
        return new Content.Stored(layout.id(), json.append('}').toString());
    }

    private void escape(String text) {
        if (text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
            json.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
    }

    private static String text(InboundRecord record, FieldLayout field) {
        Object value = record.value(field.number());
        if (value == null) {
            return "";
        }
        Domain domain = field.domain();
        return switch (domain) {
            // A number that begins so is stored as it was sent; one with zeros or a sign before it may not be.
            case N -> startsWithDigit(record.raw(field.number())) ? record.raw(field.number()) : value.toString();
            case D -> record.raw(field.number());
            case T -> isCode(record, field) ? code((String) value) : (String) value;
        };
    }

    private static boolean startsWithDigit(String raw) {
        return raw.charAt(0) >= '1' && raw.charAt(0) <= '9';
    }

    private static boolean isCode(InboundRecord record, FieldLayout field) {
        return field.number() == Fields.L01_CODE.number() && record.id().equals(Fields.L01_CODE.record());
    }

    private static String code(String spelling) {
        ContactCode code = ContactCodes.find(spelling);
        return code == null ? spelling : code.code();
    }
}
