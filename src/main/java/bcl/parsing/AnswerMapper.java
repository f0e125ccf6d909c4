package bcl.parsing;

import bcl.wire.Domain;
import bcl.wire.FieldLayout;
import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beanio.Marshaller;
import org.jspecify.annotations.Nullable;

/**
 * Maps the records of answers by {@code schemas/bcl-outbound.xml} (interface, section 6). Holds BeanIO marshallers: one a
 * thread.
 */
public final class AnswerMapper {
    /** By record id. */
    private final Map<String, Marshaller> marshallers = new HashMap<>();

    /**
     * Maps a record to cells for a CSV printer that quotes text alone: {@link String} for T, {@link Long} for N and D, null
     * for an empty field.
     *
     * @param id such as {@code L51}
     * @param values of the fields behind TRANSACTION_TYPE, in the order of the table: String for T, Number for N, LocalDate
     *     for D, null if empty
     * @throws IllegalArgumentException if the values do not fit the table, which is a mistake in the program
     */
    public @Nullable Object[] map(String id, List<? extends @Nullable Object> values) {
        RecordLayout layout = Layouts.outbound().get(id);
        if (values.size() != layout.fields().size() - 1) {
            throw new IllegalArgumentException(id + " has " + layout.fields().size() + " fields");
        }
        List<@Nullable Object> record = new ArrayList<>(values.size() + 1);
        record.add(id);
        record.addAll(values);
        String[] texts = marshallers
                .computeIfAbsent(id, key -> Mapping.marshaller(layout))
                .marshal(layout.name(), record)
                .toArray();
        @Nullable Object[] cells = new @Nullable Object[texts.length];
        for (FieldLayout field : layout.fields()) {
            cells[field.number() - 1] = cell(layout, field, texts[field.number() - 1]);
        }
        return cells;
    }

    private static @Nullable Object cell(RecordLayout layout, FieldLayout field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            if (field.mandatory()) {
                throw new IllegalArgumentException(layout.id() + "." + field.name() + " is mandatory");
            }
            return null;
        }
        if (text.length() > field.length()) {
            throw new IllegalArgumentException(layout.id() + "." + field.name() + " is too long");
        }
        return field.domain() == Domain.T ? text : (Object) Long.valueOf(text);
    }
}
