package bcl.parsing;

import bcl.wire.Reason;
import org.jspecify.annotations.Nullable;

/** The fields of a record, numbered from 1. Immutable: nobody writes into the arrays. */
final class Fields {
    /** For the many records in which no field failed. */
    static final @Nullable Reason[] NO_FAULTS = new Reason[0];

    /** Of a record that has none. */
    static final Fields NONE = new Fields(new String[0], new Object[0], NO_FAULTS);

    private final String[] raw;
    private final @Nullable Object[] values;
    private final @Nullable Reason[] faults;

    /**
     * @param raw as sent, trimmed
     * @param values typed, null for what is empty or failed
     * @param faults why a field failed, null for the others; an empty array if none failed
     */
    Fields(String[] raw, @Nullable Object[] values, @Nullable Reason[] faults) {
        this.raw = raw;
        this.values = values;
        this.faults = faults;
    }

    String raw(int field) {
        return raw[field - 1];
    }

    @Nullable
    Object value(int field) {
        return values[field - 1];
    }

    boolean haveNoFaults() {
        return faults.length == 0;
    }

    @Nullable
    Reason fault(int field) {
        return field <= faults.length ? faults[field - 1] : null;
    }
}
