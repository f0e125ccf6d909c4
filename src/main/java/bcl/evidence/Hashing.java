package bcl.evidence;

import bcl.evidence.Entry.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows as entries. What may still change by rights is not in it (where an answer lies, a contact's present status, which follows from
 * its events), and no field's value but as part of the digest of a contact's content. For one thread.
 */
final class Hashing {
    static final String ANSWER = "select a.file_id, f.organisation, f.name as sent_name, f.digest as sent_digest,"
            + " f.size as sent_size, f.received_at, f.decided_at, f.contacts, f.accepted, f.rejected, f.repeated,"
            + " f.findings, f.first_crn, s.digest as snapshot_digest, a.system, a.environment, a.type, a.sequence,"
            + " a.number, a.name, a.organisation as owner, a.organisation_id, a.created_at, a.digest, a.size"
            + " from answer a join inbound_file f on f.id = a.file_id left join snapshot s on s.id = f.snapshot_id";
    /** Its columns are read by their places. */
    static final String CONTACT = "select crn, organisation, file_id, line, reference, code, mprn, previous_crn,"
            + " content_digest, created_at from contact";
    /** Its columns are read by their places. */
    static final String EVENT =
            "select e.crn, e.sequence, e.at, e.from_status, e.to_status, e.actor, e.reason from contact_event e";

    private final Sha256 sha256 = new Sha256();
    private final Canonical canonical = new Canonical();

    Sha256 sha256() {
        return sha256;
    }

    /** Of a row of {@link #ANSWER}. */
    Entry answer(ResultSet row) throws SQLException {
        fill(row);
        return new Entry(Kind.ANSWER, row.getLong("file_id"), 0, sha256.leaf(canonical));
    }

    /** What is hashed of such a row. */
    byte[] answerContent(ResultSet row) throws SQLException {
        fill(row);
        return Arrays.copyOf(canonical.bytes(), canonical.length());
    }

    private void fill(ResultSet row) throws SQLException {
        canonical.begin("answer");
        numbers(row, "file_id");
        texts(row, "organisation", "sent_name", "sent_digest");
        numbers(row, "sent_size");
        canonical.time(time(row, row.findColumn("received_at"))).time(time(row, row.findColumn("decided_at")));
        numbers(row, "contacts", "accepted", "rejected", "repeated");
        texts(row, "findings");
        numbers(row, "first_crn");
        texts(row, "snapshot_digest", "system", "environment", "type");
        numbers(row, "sequence", "number");
        texts(row, "name", "owner");
        numbers(row, "organisation_id");
        canonical.time(time(row, row.findColumn("created_at")));
        texts(row, "digest");
        numbers(row, "size");
    }

    /** What an event says. */
    record Event(
            @Nullable Instant at,
            @Nullable String from,
            @Nullable String to,
            @Nullable String actor,
            @Nullable String reason) {
        static final Event NONE = new Event(null, null, null, null, null);

        static Event of(ResultSet row) throws SQLException {
            return new Event(time(row, 3), row.getString(4), row.getString(5), row.getString(6), row.getString(7));
        }
    }

    /** Of a row of {@link #CONTACT} and the first event of that contact. By place, since it is asked a million times a file. */
    Entry contact(ResultSet row, Event first) throws SQLException {
        long crn = row.getLong(1);
        canonical.begin("contact").number(crn).text(row.getString(2));
        number(row, 3);
        number(row, 4);
        canonical.text(row.getString(5)).text(row.getString(6));
        number(row, 7);
        number(row, 8);
        canonical.bytes(row.getBytes(9)).time(time(row, 10));
        event(first);
        return new Entry(Kind.CONTACT, crn, 0, sha256.leaf(canonical));
    }

    /** Of a row of {@link #EVENT} after the first of its contact. */
    Entry laterEvent(ResultSet row) throws SQLException {
        long crn = row.getLong(1);
        int sequence = row.getInt(2);
        canonical.begin("event").number(crn).number((long) sequence);
        event(Event.of(row));
        return new Entry(Kind.EVENT, crn, sequence, sha256.leaf(canonical));
    }

    private void event(Event event) {
        canonical.time(event.at()).text(event.from()).text(event.to());
        canonical.text(event.actor()).text(event.reason());
    }

    private void texts(ResultSet row, String... columns) throws SQLException {
        for (String column : columns) {
            canonical.text(row.getString(column));
        }
    }

    private void numbers(ResultSet row, String... columns) throws SQLException {
        for (String column : columns) {
            number(row, row.findColumn(column));
        }
    }

    private void number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        canonical.number(row.wasNull() ? null : value);
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
