package bcl.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The contacts of a range of CRNs as entries, page by page: H2 would keep a whole result. */
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

    private void read() {
        jdbc.query(
                Hashing.CONTACT + " where c.crn >= ? and c.crn < ? order by c.crn limit " + PAGE,
                row -> {
                    page.addLast(new Contact(row.getLong("file_id"), row.getLong("line"), hashing.contact(row)));
                },
                next,
                end);
        Contact last = page.peekLast();
        next = last == null || page.size() < PAGE ? end : last.entry().key() + 1;
    }
}
