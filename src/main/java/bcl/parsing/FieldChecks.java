package bcl.parsing;

import bcl.wire.FieldLayout;
import bcl.wire.Reason;
import bcl.wire.RecordLayout;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beanio.InvalidRecordException;
import org.jspecify.annotations.Nullable;

/**
 * The checks of single fields: characters by us, on the bytes, and the rest by BeanIO's mapping. For one thread.
 */
final class FieldChecks {
    /** By record id; made when the first record of its type comes. */
    private final Map<String, RecordForm> forms = new HashMap<>();

    /** Checks the fields of a line that was split into the right number of them. */
    Fields check(RecordLayout layout, Splitter line, boolean lineHasBadCharacter) {
        RecordForm form = form(layout);
        int count = form.fields();
        String[] raw = new String[count];
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            raw[i] = line.text(i + 1);
            texts[i] = form.readable(i, raw[i]);
        }
        @Nullable Reason[] faults = lineHasBadCharacter ? badCharacters(line, texts) : Fields.NO_FAULTS;
        try {
            return new Fields(raw, values(form, raw, form.strict(texts)), faults);
        } catch (InvalidRecordException e) {
            Map<String, Collection<String>> errors = e.getRecordContext().getFieldErrors();
            @Nullable Reason[] all = addErrors(layout, errors, texts, Arrays.copyOf(faults, count));
            return new Fields(raw, values(form, raw, form.lenient(texts)), all);
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
        int i = field - 1;
        RecordForm form = form(layout);
        String[] raw = new String[form.fields()];
        Arrays.fill(raw, "");
        raw[0] = layout.id();
        raw[i] = line.text(field);
        String[] texts = raw.clone();
        texts[i] = form.readable(i, raw[i]);
        try {
            return values(form, raw, form.lenient(texts))[i];
        } catch (InvalidRecordException e) {
            return null;
        }
    }

    private static @Nullable Object[] values(RecordForm form, String[] raw, Object record) {
        @Nullable Object[] values = ((List<?>) record).toArray();
        for (int i = 0; i < values.length; i++) {
            if (form.hasSign(i, raw[i]) && values[i] instanceof Long number) {
                values[i] = -number;
            }
        }
        return values;
    }

    private RecordForm form(RecordLayout layout) {
        RecordForm known = forms.get(layout.id());
        return known != null ? known : forms.computeIfAbsent(layout.id(), id -> new RecordForm(layout));
    }
}
