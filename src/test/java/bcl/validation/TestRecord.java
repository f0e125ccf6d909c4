package bcl.validation;

import bcl.wire.Domain;
import bcl.wire.FieldLayout;
import bcl.wire.FieldState;
import bcl.wire.InboundRecord;
import bcl.wire.Layouts;
import bcl.wire.Reason;
import bcl.wire.RecordLayout;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Set;

/**
 * A record from a plain line without quotes. {@code value!CODE} is a field that failed with that code, {@code !CODE line} a record
 * with that fault, {@code ~} an allowed line with a byte that is not. Mandatory fields that are empty are REC00002 by themselves.
 */
record TestRecord(long line, String[] cells, RecordLayout layout, Set<Reason> faults, boolean hasBadCharacter)
        implements InboundRecord {

    static TestRecord of(long line, String text) {
        Set<Reason> faults = EnumSet.noneOf(Reason.class);
        String rest = text;
        while (rest.startsWith("!")) {
            faults.add(Reason.valueOf(rest.substring(1, 9)));
            rest = rest.substring(10);
        }
        boolean bad = rest.startsWith("~");
        String[] cells = (bad ? rest.substring(1) : rest).split(",", -1);
        RecordLayout layout = Layouts.inbound().find(cells[0]);
        if (layout == null) {
            faults.add(Reason.REC00008);
        } else if (faults.isEmpty() && cells.length != layout.fields().size()) {
            faults.add(Reason.REC00001);
        }
        return new TestRecord(line, cells, layout, faults, bad);
    }

    @Override
    public String id() {
        return cells[0];
    }

    @Override
    public boolean hasFields() {
        return faults.isEmpty();
    }

    @Override
    public FieldState state(int field) {
        if (fault(field) != null) {
            return FieldState.FAILED;
        }
        return raw(field).isEmpty() ? FieldState.EMPTY : FieldState.PASSED;
    }

    @Override
    public Reason fault(int field) {
        String cell = cell(field);
        int mark = cell.indexOf('!');
        if (mark >= 0) {
            return Reason.valueOf(cell.substring(mark + 1));
        }
        return cell.isEmpty() && layout(field).mandatory() ? Reason.REC00002 : null;
    }

    @Override
    public String raw(int field) {
        return cell(field).replaceFirst("!.*", "");
    }

    @Override
    public Object value(int field) {
        if (state(field) != FieldState.PASSED) {
            return null;
        }
        if (layout(field).domain() == Domain.N) {
            return Long.valueOf(raw(field));
        }
        return layout(field).domain() == Domain.D
                ? LocalDate.parse(raw(field), DateTimeFormatter.BASIC_ISO_DATE)
                : raw(field);
    }

    private FieldLayout layout(int field) {
        return layout.field(field);
    }

    /** Reading a record without fields is a mistake of the rules. */
    private String cell(int field) {
        if (!hasFields()) {
            throw new IllegalStateException("line " + line + " has no fields");
        }
        return cells[field - 1];
    }
}
