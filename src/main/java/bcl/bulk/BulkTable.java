package bcl.bulk;

import java.util.Collections;
import java.util.List;

/** A table and the columns that are written, in their order. */
public record BulkTable(String name, List<String> columns) {
    public BulkTable {
        columns = List.copyOf(columns);
    }

    public static BulkTable of(String name, String... columns) {
        return new BulkTable(name, List.of(columns));
    }

    String insert() {
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        return "insert into " + name + " (" + String.join(", ", columns) + ") values (" + marks + ")";
    }

    String copy() {
        return "copy " + name + " (" + String.join(", ", columns) + ") from stdin (format binary)";
    }
}
