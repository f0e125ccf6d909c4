package bcl.parsing;

import bcl.wire.Domain;
import bcl.wire.FieldLayout;
import bcl.wire.Reason;
import bcl.wire.RecordLayout;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.beanio.InvalidRecordException;
import org.beanio.Unmarshaller;
import org.jspecify.annotations.Nullable;

/**
 * The checks of single fields: characters by us, on the bytes, and the rest by BeanIO's mapping. For one thread.
 */
final class FieldChecks {
    /** By record id; made when the first record of its type comes. */
    private final Map<String, Unmarshaller> strict = new HashMap<>();

    private final Map<String, Unmarshaller> lenient = new HashMap<>();

    /** Checks the fields of a line that was split into the right number of them. */
    Fields check(RecordLayout layout, Splitter line, boolean lineHasBadCharacter) {
        int count = layout.fields().size();
        String[] raw = new String[count];
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            raw[i] = line.text(i + 1);
            texts[i] = readable(layout.fields().get(i), raw[i]);
        }
        @Nullable Reason[] faults = lineHasBadCharacter ? badCharacters(line, texts) : Fields.NO_FAULTS;
        try {
            return new Fields(raw, values(layout, raw, strict(layout).unmarshal(texts)), faults);
        } catch (InvalidRecordException e) {
            Map<String, Collection<String>> errors = e.getRecordContext().getFieldErrors();
            @Nullable Reason[] all = addErrors(layout, errors, texts, Arrays.copyOf(faults, count));
            return new Fields(raw, values(layout, raw, lenient(layout).unmarshal(texts)), all);
        }
    }

    /** Tells the fields with characters that are not allowed, and hides them from BeanIO, whose reason would be another. */
    private static @Nullable Reason[] badCharacters(Splitter line, String[] texts) {
        @Nullable Reason[] faults = new @Nullable Reason[texts.length];
        for (int i = 0; i < texts.length; i++) {
            if (line.hasBadCharacter(i + 1)) {
                faults[i] = Reason.REC00013;
                texts[i] = "";
            }
        }
        return faults;
    }

    /** Adds what BeanIO found, and hides the fields that failed, so that the values of the others can be asked for. */
    private static @Nullable Reason[] addErrors(
            RecordLayout layout, Map<String, Collection<String>> errors, String[] texts, @Nullable Reason[] faults) {
        for (FieldLayout field : layout.fields()) {
            int i = field.number() - 1;
            Collection<String> codes = errors.get(field.name());
            if (codes != null && faults[i] == null) {
                faults[i] = Reason.valueOf(codes.iterator().next());
                texts[i] = "";
            }
        }
        return faults;
    }

    /** The value of one field of a line that was split into the right number, or null if it is empty or fails. */
    @Nullable
    Object checkOne(RecordLayout layout, Splitter line, int field) {
        if (line.hasBadCharacter(field)) {
            return null;
        }
        String[] raw = new String[layout.fields().size()];
        Arrays.fill(raw, "");
        raw[0] = layout.id();
        raw[field - 1] = line.text(field);
        String[] texts = raw.clone();
        texts[field - 1] = readable(layout.field(field), raw[field - 1]);
        try {
            return values(layout, raw, lenient(layout).unmarshal(texts))[field - 1];
        } catch (InvalidRecordException e) {
            return null;
        }
    }

    /** A number without its sign and its leading zeros, which do not count for the length; anything else as it is. */
    private static String readable(FieldLayout field, String raw) {
        if (field.domain() != Domain.N || raw.isEmpty()) {
            return raw;
        }
        int from = hasSign(field, raw) ? 1 : 0;
        while (from < raw.length() - 1 && raw.charAt(from) == '0') {
            from++;
        }
        return from == 0 ? raw : raw.substring(from);
    }

    private static boolean hasSign(FieldLayout field, String raw) {
        return raw.length() > 1 && raw.charAt(0) == '-' && Mapping.isSigned(field.name());
    }

    private static @Nullable Object[] values(RecordLayout layout, String[] raw, Object record) {
        @Nullable Object[] values = ((List<?>) Objects.requireNonNull(record)).toArray();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number && hasSign(layout.fields().get(i), raw[i])) {
                values[i] = -number;
            }
        }
        return values;
    }

    private Unmarshaller strict(RecordLayout layout) {
        Unmarshaller known = strict.get(layout.id());
        return known != null ? known : strict.computeIfAbsent(layout.id(), id -> Mapping.strict(layout));
    }

    private Unmarshaller lenient(RecordLayout layout) {
        return lenient.computeIfAbsent(layout.id(), id -> Mapping.lenient(layout));
    }
}
