package bcl.generate;

import bcl.wire.ContactCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact in the making: its records as fields, which faults may spoil before they are written. */
final class Draft {
    /** A field that begins with this is written as it is, without quotes of the writer's. */
    static final char RAW = '\0';

    private final ContactCode code;
    private final long point;
    private final List<String[]> records = new ArrayList<>(6);

    /** @param point index of the meter point, -1 if it has none in the snapshot */
    Draft(ContactCode code, long point) {
        this.code = code;
        this.point = point;
    }

    ContactCode code() {
        return code;
    }

    long point() {
        return point;
    }

    List<String[]> records() {
        return records;
    }

    void add(String... fields) {
        records.add(fields);
    }

    /** Puts a record where its id belongs. */
    void insert(String... fields) {
        int at = records.size();
        while (at > 0 && records.get(at - 1)[0].compareTo(fields[0]) > 0) {
            at--;
        }
        records.add(at, fields);
    }

    /** The first record of a type, or null. */
    String @Nullable [] first(String id) {
        for (String[] record : records) {
            if (record[0].equals(id)) {
                return record;
            }
        }
        return null;
    }

    String[] contact() {
        return records.get(0);
    }

    boolean has(String id) {
        return first(id) != null;
    }

    Draft copy() {
        Draft copy = new Draft(code, point);
        records.forEach(record -> copy.add(record.clone()));
        return copy;
    }
}
