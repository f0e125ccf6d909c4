package bcl.evidence;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stored segment. */
final class Segment {
    private Segment() {}

    /** @throws IllegalArgumentException if it is gone, or its column is not what was stored */
    static List<Entry> entries(JdbcTemplate jdbc, long id) {
        List<byte[]> found = jdbc.queryForList("select entries from evidence_segment where id = ?", byte[].class, id);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("it was removed");
        }
        return SegmentEntries.decode(found.get(0));
    }
}
