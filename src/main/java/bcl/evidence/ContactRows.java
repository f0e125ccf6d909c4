package bcl.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The contacts of a range of CRNs as entries, each with its first event, page by page: H2 would keep a whole result. */
final class ContactRows {
    private static final int PAGE = 4096;

    private final JdbcTemplate jdbc;
    private final Hashing hashing;
    private final Deque<Contact> page = new ArrayDeque<>();
    private long next;
    private final long end;

    /** With the file that its row names. */
    record Contact(long fileId, long line, Entry entry) {}

    /** @param end the first number that is not asked for */
    ContactRows(JdbcTemplate jdbc, Hashing hashing, long first, long end) {
        this.jdbc = jdbc;
        this.hashing = hashing;
        this.next = first;
        this.end = end;
    }

    /** The one with the lowest CRN that was not taken yet; null if there is none. */
    @Nullable
    Contact peek() {
        if (page.isEmpty() && next < end) {
            read();
        }
        return page.peekFirst();
    }

    void take() {
        page.removeFirst();
    }

    /**
     * Reads both tables by a range of their keys: a join would be left to the statistics of the database, which are out of date just
     * after a large load.
     */
    private void read() {
        Long first =
                jdbc.queryForObject("select min(crn) from contact where crn >= ? and crn < ?", Long.class, next, end);
        next = first == null ? end : Math.min(end, first + PAGE);
        if (first == null) {
            return;
        }
        Map<Long, Hashing.Event> events = new HashMap<>(2 * PAGE);
        jdbc.query(
                Hashing.EVENT + " where e.crn >= ? and e.crn < ? and e.sequence = 1",
                row -> {
                    events.put(row.getLong(1), Hashing.Event.of(row));
                },
                first,
                next);
        jdbc.query(
                Hashing.CONTACT + " where crn >= ? and crn < ? order by crn",
                row -> {
                    Hashing.Event event = events.getOrDefault(row.getLong(1), Hashing.Event.NONE);
                    page.addLast(new Contact(row.getLong(3), row.getLong(4), hashing.contact(row, event)));
                },
                first,
                next);
    }
}
