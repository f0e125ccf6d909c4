package bcl.wire;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of an inbound file after its own checks (interface, section 7, "A record" and "A field"). Fields are numbered from
 * 1. Values are typed: {@link String} for T (serial numbers in upper case), {@link Long} for N, {@link LocalDate} for D.
 * Immutable in use; not shared between threads before it is complete.
 */
public interface InboundRecord {
    /** The line's number in the file; the header is line 1. */
    long line();

    /** The first field as section 7 reads it ("Structure"), characters not cut; empty for a blank line. */
    String id();

    /** The record type, or null if the id is unknown (REC00008). */
    @Nullable
    RecordLayout layout();

    /** Among REC00001, REC00008, REC00015 and REC00016: what is wrong with the record as a whole. */
    Set<Reason> faults();

    /** Whether the record has fields: false if {@link #faults()} holds anything. */
    boolean hasFields();

    FieldState state(int field);

    /** The one reason of a field that failed, null otherwise. */
    @Nullable
    Reason fault(int field);

    /** The field as sent, trimmed; empty if there is none. May be long or hold characters that are not allowed. */
    String raw(int field);

    /** The typed value of a field that passed and is not empty, null otherwise. */
    @Nullable
    Object value(int field);

    /** Whether it is of a known type and no field of it failed. */
    default boolean passed() {
        RecordLayout known = layout();
        if (known == null || !hasFields()) {
            return false;
        }
        for (FieldLayout field : known.fields()) {
            if (state(field.number()) == FieldState.FAILED) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line holds a byte that is not allowed, in a field or outside. */
    boolean hasBadCharacter();

    default @Nullable String text(int field) {
        return (String) value(field);
    }

    default @Nullable Long number(int field) {
        return (Long) value(field);
    }

    default @Nullable LocalDate date(int field) {
        return (LocalDate) value(field);
    }
}
