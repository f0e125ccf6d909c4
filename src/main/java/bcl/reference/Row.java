package bcl.reference;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The row that is being read; one object for all rows of a file. Columns are told by their place in the agreed list. */
final class Row {
    private final List<String> columns;
    private final int[] places;
    private final BadLines bad;
    private CSVRecord record;
    private long line;
    private boolean good;

    Row(List<String> columns, CSVRecord header, BadLines bad) {
        this.columns = columns;
        this.places = columns.stream().mapToInt(header.toList()::indexOf).toArray();
        this.bad = bad;
        this.record = header;
    }

    /** False if the line is no row: then its problem is noted. */
    boolean take(CSVRecord next) {
        record = next;
        line = next.getRecordNumber();
        good = true;
        int size = next.size();
        if (size == places.length) {
            return true;
        }
        if (size != 1 || !next.get(0).equals(LineGuard.BAD)) {
            bad.add(line, null, size + " columns instead of " + places.length);
        }
        return false;
    }

    String value(int column) {
        return record.get(places[column]);
    }

    /** The line of the file, counted from 1. */
    long line() {
        return line;
    }

    void wrong(int column, String problem) {
        good = false;
        bad.add(line, columns.get(column), problem);
    }

    /** Whether nothing was wrong so far. */
    boolean isGood() {
        return good;
    }
}
