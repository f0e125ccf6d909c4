package bcl.parsing;

import bcl.wire.ContactGroup;
import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import bcl.wire.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lines to records, with the checks of section 7 that concern a record or a field alone. Bad data is never an exception. Holds
 * buffers and a BeanIO unmarshaller: one a thread.
 */
public final class InboundParser {
    private final Splitter splitter = new Splitter();
    private final FieldChecks checks = new FieldChecks();

    /** A group with all of its records that were kept. */
    public ContactGroup parse(RawGroup group) {
        List<InboundRecord> records = new ArrayList<>(group.lines().size());
        for (RawLine line : group.lines()) {
            records.add(parse(line));
        }
        return new ContactGroup(group.ordinal(), records, group.tail());
    }

    /** A line of any record type, header and trailer included. */
    public InboundRecord parse(RawLine line) {
        byte[] bytes = line.bytes();
        RecordLayout layout = RecordId.layout(bytes, 0, bytes.length);
        if (layout == null) {
            String id = RecordId.text(bytes, 0, bytes.length);
            return ParsedRecord.faulty(line, id, null, Reason.REC00008);
        }
        if (line.tooLong()) {
            return ParsedRecord.faulty(line, layout.id(), layout, Reason.REC00016);
        }
        if (!splitter.split(bytes, 0, bytes.length)) {
            return ParsedRecord.faulty(line, layout.id(), layout, Reason.REC00015);
        }
        if (splitter.count() != layout.fields().size()) {
            return ParsedRecord.faulty(line, layout.id(), layout, Reason.REC00001);
        }
        Fields fields = checks.check(layout, splitter, line.hasBadCharacter());
        return new ParsedRecord(line.number(), layout.id(), layout, Set.of(), line.hasBadCharacter(), fields);
    }
}
