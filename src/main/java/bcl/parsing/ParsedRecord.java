package bcl.parsing;

import bcl.wire.FieldState;
import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import bcl.wire.RecordLayout;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link InboundParser} makes of a line. A field of a record that has no fields has failed, without a reason. */
record ParsedRecord(
        long line, String id, @Nullable RecordLayout layout, Set<Reason> faults, boolean hasBadCharacter, Fields fields)
        implements InboundRecord {

    static ParsedRecord faulty(RawLine line, String id, @Nullable RecordLayout layout, Reason fault) {
        return new ParsedRecord(line.number(), id, layout, Set.of(fault), line.hasBadCharacter(), Fields.NONE);
    }

    /** Most records have no faults at all, which is told without looking at each field. */
    @Override
    public boolean passed() {
        return layout != null && faults.isEmpty() && (fields.haveNoFaults() || InboundRecord.super.passed());
    }

    @Override
    public boolean hasFields() {
        return faults.isEmpty();
    }

    @Override
    public FieldState state(int field) {
        if (!hasFields() || fields.fault(field) != null) {
            return FieldState.FAILED;
        }
        return fields.raw(field).isEmpty() ? FieldState.EMPTY : FieldState.PASSED;
    }

    @Override
    public @Nullable Reason fault(int field) {
        return fields.fault(field);
    }

    @Override
    public String raw(int field) {
        return hasFields() ? fields.raw(field) : "";
    }

    @Override
    public @Nullable Object value(int field) {
        return hasFields() ? fields.value(field) : null;
    }

    /** Where it is, never what it holds: records carry personal data. */
    @Override
    public String toString() {
        return "record at line " + line + (layout == null ? "" : ", " + layout.id());
    }
}
