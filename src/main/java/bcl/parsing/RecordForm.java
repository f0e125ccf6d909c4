package bcl.parsing;

import bcl.wire.Domain;
import bcl.wire.FieldLayout;
import bcl.wire.RecordLayout;
import java.util.Objects;
import org.beanio.Unmarshaller;
import org.jspecify.annotations.Nullable;

/**
 * A record type as its fields are checked one by one: arrays instead of the layout's list, and BeanIO's unmarshallers. For one thread.
 */
final class RecordForm {
    private final RecordLayout layout;
    private final boolean[] number;
    private final boolean[] signed;
    private final Unmarshaller strict;
    private @Nullable Unmarshaller lenient;

    RecordForm(RecordLayout layout) {
        this.layout = layout;
        this.number = new boolean[layout.fields().size()];
        this.signed = new boolean[number.length];
        for (FieldLayout field : layout.fields()) {
            number[field.number() - 1] = field.domain() == Domain.N;
            signed[field.number() - 1] = Mapping.isSigned(field.name());
        }
        this.strict = Mapping.strict(layout);
    }

    int fields() {
        return number.length;
    }

    Object strict(String[] texts) {
        return Objects.requireNonNull(strict.unmarshal(texts));
    }

    /** Most threads never need it. */
    Object lenient(String[] texts) {
        if (lenient == null) {
            lenient = Mapping.lenient(layout);
        }
        return Objects.requireNonNull(lenient.unmarshal(texts));
    }

    /**
     * A number without its sign and its leading zeros, which do not count for the length; anything else as it is.
     *
     * @param i the field's place, from 0
     */
    String readable(int i, String raw) {
        if (!number[i] || raw.isEmpty()) {
            return raw;
        }
        int from = hasSign(i, raw) ? 1 : 0;
        while (from < raw.length() - 1 && raw.charAt(from) == '0') {
            from++;
        }
        return from == 0 ? raw : raw.substring(from);
    }

    boolean hasSign(int i, String raw) {
        return signed[i] && raw.length() > 1 && raw.charAt(0) == '-';
    }
}
