package bcl.wire;

import java.util.List;

/**
 * One record type, as the mapping in {@code schemas/} gives it.
 *
 * @param id three characters, such as {@code L01}
 * @param name the name of its table in the interface, such as {@code L01_CONTACT}
 */
public record RecordLayout(String id, String name, List<FieldLayout> fields) {
    public RecordLayout {
        fields = List.copyOf(fields);
    }

    public FieldLayout field(int number) {
        return fields.get(number - 1);
    }

    /** The place of a field by its name; an unknown name is a mistake in the program. */
    public int number(String fieldName) {
        for (FieldLayout field : fields) {
            if (field.name().equals(fieldName)) {
                return field.number();
            }
        }
        throw new IllegalArgumentException(name + " has no field " + fieldName);
    }
}
