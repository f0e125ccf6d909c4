package bcl.parsing;

import bcl.wire.RecordLayout;
import org.jspecify.annotations.Nullable;

/** Checks one field of many lines of a type, and remembers the last answer, since few values are possible. For one thread. */
final class OneField {
    private final Splitter splitter = new Splitter();
    private final FieldChecks checks = new FieldChecks();
    private final RecordLayout layout;
    private final int field;

    private @Nullable String lastText;
    private @Nullable Object lastValue;

    OneField(RecordLayout layout, String name) {
        this.layout = layout;
        this.field = layout.number(name);
    }

    /** The field's typed value, or null if the line has no fields or the field is empty or failed. */
    @Nullable
    Object of(LineReader line) {
        if (line.tooLong()
                || !splitter.split(line.bytes(), line.start(), line.length())
                || splitter.count() != layout.fields().size()) {
            return null;
        }
        String text = splitter.text(field);
        if (!text.equals(lastText)) {
            lastValue = checks.checkOne(layout, splitter, field);
            lastText = text;
        }
        return lastValue;
    }
}
