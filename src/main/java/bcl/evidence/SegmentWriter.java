package bcl.evidence;

import bcl.evidence.Entry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Collects entries and stores them, a full segment at a time. In the caller's transaction, which has locked the evidence. */
final class SegmentWriter {
    private final JdbcTemplate jdbc;
    private final List<Entry> entries = new ArrayList<>();
    private long written;

    SegmentWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Entry entry) {
        entries.add(entry);
        if (entries.size() == SegmentEntries.MOST) {
            flush();
        }
    }

    long written() {
        return written;
    }

    void flush() {
        if (entries.isEmpty()) {
            return;
        }
        long segment = insert(SegmentEntries.encode(entries));
        point(
                "update answer set segment = ? where file_id = ?",
                entries.stream()
                        .filter(entry -> entry.isOf(Kind.ANSWER))
                        .map(entry -> new Object[] {segment, entry.key()})
                        .toList());
        point(
                "update evidence_event set segment = ? where crn = ? and sequence = ?",
                entries.stream()
                        .filter(entry -> entry.isOf(Kind.EVENT))
                        .map(entry -> new Object[] {segment, entry.key(), entry.sequence()})
                        .toList());
        written += entries.size();
        entries.clear();
    }

    private void point(String update, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(update, rows);
        }
    }

    private long insert(byte[] column) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var statement = connection.prepareStatement(
                            "insert into evidence_segment (entries) values (?)", new String[] {"id"});
                    statement.setBytes(1, column);
                    return statement;
                },
                key);
        return Objects.requireNonNull(key.getKey(), "a row has an id").longValue();
    }
}
