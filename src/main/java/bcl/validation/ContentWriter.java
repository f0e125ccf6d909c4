package bcl.validation;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.ContactGroup;
import bcl.wire.ContactRecord;
import bcl.wire.ContentDigest;
import bcl.wire.Domain;
import bcl.wire.FieldLayout;
import bcl.wire.InboundRecord;
import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** A record type, in arrays: the lists of layouts are gone through for each record. */
    private static final class Shape {
        final String id;

        /** What stands before the value of each field. */
        final String[] keys;

        final Domain[] domains;

        /** The place of the contact code, from 0; -1 if it has none. */
        final int code;

        Shape(RecordLayout layout) {
            List<FieldLayout> fields = layout.fields();
            id = layout.id();
            keys = fields.stream().map(field -> "\"" + field.name() + "\":\"").toArray(String[]::new);
            domains = fields.stream().map(FieldLayout::domain).toArray(Domain[]::new);
            code = id.equals(Fields.L01_CODE.record()) ? Fields.L01_CODE.number() - 1 : -1;
        }
    }

    private static final Map<String, Shape> SHAPES =
            Layouts.inbound().all().stream().collect(Collectors.toUnmodifiableMap(RecordLayout::id, Shape::new));

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
        List<InboundRecord> sent = group.records();
        ContactRecord[] records = new ContactRecord[sent.size()];
        for (int i = 0; i < records.length; i++) {
            records[i] = stored(sent.get(i));
        }
        Content content = new Content(List.of(records), ContentDigest.sha256(digested.toString()));
        if (digested.capacity() > KEPT) {
            WRITERS.remove();
        }
        return content;
    }

    private ContactRecord stored(InboundRecord record) {
        Shape shape = SHAPES.get(record.id());
        if (shape == null) {
            throw new IllegalStateException("line " + record.line() + ": an unknown record is not stored");
        }
        json.setLength(0);
        json.append('{');
        digested.append(shape.id).append(END_OF_FIELD);
        for (int i = 0; i < shape.keys.length; i++) {
            String text = text(record, shape, i);
            if (text.isEmpty()) {
                digested.append(END_OF_FIELD);
                continue;
            }
            digested.append(text).append(END_OF_FIELD);
            if (i > 0) {
                json.append(shape.keys[i]);
                escape(text);
                json.append("\",");
            }
        }
        json.setLength(Math.max(1, json.length() - 1));
        digested.append(END_OF_RECORD);
        return new ContactRecord(shape.id, json.append('}').toString());
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

    private static String text(InboundRecord record, Shape shape, int i) {
        Object value = record.value(i + 1);
        if (value == null) {
            return "";
        }
        return switch (shape.domains[i]) {
            // A number that begins so is stored as it was sent; one with zeros or a sign before it may not be.
            case N -> startsWithDigit(record.raw(i + 1)) ? record.raw(i + 1) : value.toString();
            case D -> record.raw(i + 1);
            case T -> i == shape.code ? code((String) value) : (String) value;
        };
    }

    private static boolean startsWithDigit(String raw) {
        return raw.charAt(0) >= '1' && raw.charAt(0) <= '9';
    }

    private static String code(String spelling) {
        ContactCode code = ContactCodes.find(spelling);
        return code == null ? spelling : code.code();
    }
}
