package bcl.contacts;

import bcl.wire.ContactRecord;
import bcl.wire.ContactStatus;
import bcl.wire.ContentDigest;
import bcl.wire.OpenKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Finds contacts: for a chunk of a file by array look-ups, for an operator one by one. Thread-safe. */
public final class ContactSearch {
    static final RowMapper<Contact> CONTACT = ContactSearch::contact;
    private static final RowMapper<ContactEvent> EVENT = ContactSearch::event;

    private final JdbcTemplate jdbc;

    public ContactSearch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for several organisations at once. */
    public SendersContacts ofSenders() {
        return new SendersContacts(jdbc);
    }

    /** The organisation's contacts with these references, by reference; those of the file itself are left out. */
    public Map<String, Contact> byReference(String organisation, Collection<String> references, long exceptFile) {
        Map<String, Contact> found = new HashMap<>();
        if (!references.isEmpty()) {
            withReferences(organisation, references, exceptFile)
                    .forEach(contact -> found.put(contact.reference(), contact));
        }
        return found;
    }

    /** Which of these keys an open contact of the organisation has; those of the file itself are left out. */
    public Set<OpenKey> open(String organisation, Collection<OpenKey> keys, long exceptFile) {
        Map<String, List<Long>> byCode = new HashMap<>();
        for (OpenKey key : keys) {
            byCode.computeIfAbsent(key.code(), code -> new ArrayList<>()).add(key.mprn());
        }
        Set<OpenKey> found = new HashSet<>();
        byCode.forEach((code, mprns) -> found.addAll(openWith(organisation, code, mprns, exceptFile)));
        return found;
    }

    private List<OpenKey> openWith(String organisation, String code, Collection<Long> mprns, long exceptFile) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select open_mprn from contact where organisation = ? and code = ? and open_mprn = any(?)"
                                    + " and file_id <> ?");
                    statement.setString(1, organisation);
                    statement.setString(2, code);
                    statement.setArray(3, connection.createArrayOf("bigint", mprns.toArray()));
                    statement.setLong(4, exceptFile);
                    return statement;
                },
                (row, i) -> new OpenKey(code, row.getLong(1)));
    }

    private List<Contact> withReferences(String organisation, Collection<String> references, long exceptFile) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select * from contact where organisation = ? and reference = any(?) and file_id <> ?");
                    statement.setString(1, organisation);
                    statement.setArray(2, connection.createArrayOf("varchar", references.toArray()));
                    statement.setLong(3, exceptFile);
                    return statement;
                },
                CONTACT);
    }

    /** The contacts with these CRNs, of whatever organisation; those of the file itself are left out. */
    public Map<Long, Contact> byCrns(Collection<Long> crns, long exceptFile) {
        Map<Long, Contact> found = new HashMap<>();
        if (!crns.isEmpty()) {
            byNumbers("select * from contact where crn = any(?) and file_id <> ?", crns, exceptFile)
                    .forEach(contact -> found.put(contact.crn(), contact));
        }
        return found;
    }

    /** Which of these CRNs another contact follows as a previously submitted contact; those of the file are left out. */
    public Set<Long> followed(Collection<Long> crns, long exceptFile) {
        Set<Long> found = new HashSet<>();
        if (!crns.isEmpty()) {
            byNumbers("select * from contact where previous_crn = any(?) and file_id <> ?", crns, exceptFile)
                    .forEach(contact -> found.add(contact.previousCrn()));
        }
        return found;
    }

    /** How many contacts have a CRN in the block, for the gate. */
    public long countBetween(long firstCrn, long lastCrn, long fileId) {
        Long count = jdbc.queryForObject(
                "select count(*) from contact where crn between ? and ? and file_id = ?",
                Long.class,
                firstCrn,
                lastCrn,
                fileId);
        return count == null ? 0 : count;
    }

    /** All that were ever logged. */
    public long count() {
        Long count = jdbc.queryForObject("select count(*) from contact", Long.class);
        return count == null ? 0 : count;
    }

    private List<Contact> byNumbers(String sql, Collection<Long> numbers, long exceptFile) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
                    statement.setLong(2, exceptFile);
                    return statement;
                },
                CONTACT);
    }

    public Optional<Contact> byCrn(long crn) {
        return jdbc.query("select * from contact where crn = ?", CONTACT, crn).stream()
                .findFirst();
    }

    /** The contact that follows this one as a previously submitted contact, if there is one. */
    public Optional<Contact> follower(long crn) {
        return jdbc.query("select * from contact where previous_crn = ?", CONTACT, crn).stream()
                .findFirst();
    }

    /** Some contacts that a file logged, by their numbers, after this one; none if there are no more. */
    public List<Contact> ofFile(long fileId, long after) {
        return jdbc.query(
                "select c.* from inbound_file f join contact c on c.crn >= f.first_crn and c.crn < f.first_crn + f.contacts"
                        + " where f.id = ? and c.crn > ? order by c.crn limit 5000",
                CONTACT,
                fileId,
                after);
    }

    public List<ContactEvent> history(long crn) {
        return jdbc.query("select * from contact_event where crn = ? order by sequence", EVENT, crn);
    }

    public List<ContactRecord> records(long crn) {
        return jdbc.query(
                "select record_id, fields from contact_record where crn = ? order by place",
                (row, i) -> new ContactRecord(row.getString(1), row.getString(2)),
                crn);
    }

    /** How many contacts of a file lie in its block of CRNs, which begins with {@code firstCrn}: what the gate counts. */
    public long created(long fileId, long firstCrn, long blockSize) {
        Long count = jdbc.queryForObject(
                "select count(*) from contact where crn >= ? and crn < ? and file_id = ?",
                Long.class,
                firstCrn,
                firstCrn + blockSize,
                fileId);
        return count == null ? 0 : count;
    }

    private static Contact contact(ResultSet row, int i) throws SQLException {
        return new Contact(
                row.getLong("crn"),
                row.getString("organisation"),
                row.getLong("file_id"),
                row.getLong("line"),
                row.getString("reference"),
                row.getString("code"),
                row.getObject("mprn", Long.class),
                row.getObject("previous_crn", Long.class),
                ContactStatus.valueOf(row.getString("status")),
                ContentDigest.of(row.getBytes("content_digest")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static ContactEvent event(ResultSet row, int i) throws SQLException {
        String from = row.getString("from_status");
        return new ContactEvent(
                row.getInt("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                from == null ? null : ContactStatus.valueOf(from),
                ContactStatus.valueOf(row.getString("to_status")),
                row.getString("actor"),
                row.getString("reason"));
    }
}
