package bcl.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Entries against the rows that they were made from: what was changed, removed or inserted since. For one thread. */
final class RowCheck {
    private static final int EVENTS = 1000;

    private final JdbcTemplate jdbc;
    private final Listener listener;
    private final Hashing hashing = new Hashing();

    RowCheck(JdbcTemplate jdbc, Listener listener) {
        this.jdbc = jdbc;
        this.listener = listener;
    }

    /** The file as its row has it now; null if it or its answer is gone. */
    @Nullable
    SealedFile answer(Entry entry, long segment) {
        List<SealedFile> found = jdbc.query(
                Hashing.ANSWER + " where a.file_id = ?", (row, i) -> SealedFile.of(row, hashing), entry.key());
        if (found.isEmpty()) {
            listener.differs(entry.key(), null, "the file or its answer was removed since it was sealed");
            return null;
        }
        SealedFile file = found.get(0);
        if (!file.answer().hash().equals(entry.hash())) {
            listener.differs(entry.key(), null, "the row of the file or of its answer was changed since it was sealed");
        }
        List<Long> points = jdbc.queryForList("select segment from answer where file_id = ?", Long.class, entry.key());
        if (!points.contains(segment)) {
            listener.differs(entry.key(), null, "its answer no longer names the segment in which it was sealed");
        }
        return file;
    }

    /** The contacts of a range of CRNs, both ends included, of which these were sealed with the file. */
    void contacts(long file, long first, long last, List<Entry> sealed) {
        ContactRows rows = new ContactRows(jdbc, hashing, first, last + 1);
        int next = 0;
        ContactRows.@Nullable Contact row = rows.peek();
        while (row != null || next < sealed.size()) {
            Entry entry = next < sealed.size() ? sealed.get(next) : null;
            if (row == null || (entry != null && entry.key() < row.entry().key())) {
                listener.differs(file, null, "contact " + crn(entry) + " was removed since it was sealed");
                next++;
                continue;
            }
            if (entry == null || row.entry().key() < entry.key()) {
                listener.differs(
                        row.fileId(),
                        row.line(),
                        "contact " + crn(row.entry()) + " was inserted after file " + file + " was sealed");
            } else {
                if (!row.entry().hash().equals(entry.hash())) {
                    listener.differs(
                            file,
                            row.line(),
                            "contact " + crn(entry) + " or its first event was changed since it was sealed");
                }
                next++;
            }
            rows.take();
            row = rows.peek();
        }
    }

    private static long crn(@Nullable Entry entry) {
        return entry == null ? 0 : entry.key();
    }

    /** Events after the first of their contacts. */
    void events(List<Entry> sealed) {
        for (int from = 0; from < sealed.size(); from += EVENTS) {
            some(sealed.subList(from, Math.min(from + EVENTS, sealed.size())));
        }
    }

    private record Key(long crn, int sequence) {}

    private void some(List<Entry> sealed) {
        Map<Key, Entry> stored = new HashMap<>();
        Map<Long, Place> places = new HashMap<>();
        Object[] crns = sealed.stream().map(Entry::key).distinct().toArray();
        query(Hashing.EVENT + " where e.sequence > 1 and e.crn = any(?)", crns, row -> {
            Entry entry = hashing.laterEvent(row);
            stored.put(new Key(entry.key(), entry.sequence()), entry);
        });
        query("select crn, file_id, line from contact where crn = any(?)", crns, row -> {
            places.put(row.getLong(1), new Place(row.getLong(2), row.getLong(3)));
        });
        for (Entry entry : sealed) {
            Entry now = stored.get(new Key(entry.key(), entry.sequence()));
            if (now == null || !now.hash().equals(entry.hash())) {
                String what = now == null ? " was removed since it was sealed" : " was changed since it was sealed";
                event(places.get(entry.key()), entry.key(), entry.sequence(), what);
            }
        }
    }

    private record Place(long file, long line) {}

    private void event(@Nullable Place place, long crn, int sequence, String what) {
        listener.differs(
                place == null ? null : place.file(),
                place == null ? null : place.line(),
                "event " + sequence + " of contact " + crn + what);
    }

    /** What says that it lies in a segment and does not. */
    void pointers(long segment, List<Entry> entries) {
        TreeSet<Long> answers = new TreeSet<>();
        long events = 0;
        for (Entry entry : entries) {
            if (entry.isOf(Entry.Kind.ANSWER)) {
                answers.add(entry.key());
            }
            events += entry.isOf(Entry.Kind.EVENT) ? 1 : 0;
        }
        jdbc.queryForList("select file_id from answer where segment = ? order by file_id", Long.class, segment).stream()
                .filter(file -> !answers.contains(file))
                .forEach(file -> listener.differs(
                        file, null, "its answer names segment " + segment + " of the evidence, but lies not in it"));
        Long listed = jdbc.queryForObject("select count(*) from evidence_event where segment = ?", Long.class, segment);
        if (listed == null || listed != events) {
            listener.differs(
                    null, null, "segment " + segment + " holds " + events + " events, but " + listed + " name it");
        }
    }

    /** Events that nobody reported to the engine. */
    void strangers(long first, long last) {
        jdbc.query(
                "select e.crn, e.sequence, c.file_id, c.line from contact_event e"
                        + " left join evidence_event d on d.crn = e.crn and d.sequence = e.sequence"
                        + " left join contact c on c.crn = e.crn"
                        + " where e.sequence > 1 and d.crn is null and e.crn >= ? and e.crn <= ?"
                        + " order by e.crn, e.sequence limit 1000",
                row -> {
                    Long file = row.getObject("file_id", Long.class);
                    Place place = file == null ? null : new Place(file, row.getLong("line"));
                    event(place, row.getLong("crn"), row.getInt("sequence"), " was not recorded by the engine");
                },
                first,
                last);
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Object[] crns, Reader reader) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setArray(1, connection.createArrayOf("bigint", crns));
                    return statement;
                },
                row -> {
                    reader.read(row);
                });
    }
}
