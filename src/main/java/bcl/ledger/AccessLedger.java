package bcl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who came to which data. Rows are only ever added. Thread-safe. */
public final class AccessLedger {
    private final JdbcTemplate jdbc;

    public AccessLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A time, both ends as they are compared: from the first, before the second. */
    public record Span(Instant from, Instant before) {}

    /** An act of an operator. */
    public record Act(Instant at, String actor, String verb, String subject, String reason, String result) {}

    /** Records what senders did, in one batch. */
    public void transferred(List<Transfer> transfers) {
        List<Object[]> rows = new ArrayList<>();
        for (Transfer each : transfers) {
            rows.add(new Object[] {
                Rows.time(each.at()),
                each.organisation(),
                cut(each.key(), 100),
                cut(each.source(), 60),
                each.kind(),
                cut(each.name(), 1024)
            });
        }
        jdbc.batchUpdate(
                "insert into transfer (at, organisation, key_fingerprint, source, kind, name) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    public List<Transfer> transfersOfOrganisation(String organisation, Span span) {
        return transfers("organisation", organisation, span);
    }

    public List<Transfer> transfersOfKey(String fingerprint, Span span) {
        return transfers("key_fingerprint", fingerprint, span);
    }

    /** Once a day for the same organisation, key and address. */
    public List<Notice> logins(String organisationOrKey, Span span) {
        return jdbc.query(
                "select * from notice where kind = 'SFTP_LOGIN' and (subject = ? or detail like ?) and at >= ? and at < ?"
                        + " order by id",
                (row, i) -> Rows.notice(row),
                organisationOrKey,
                "% with key " + organisationOrKey,
                Rows.time(span.from()),
                Rows.time(span.before()));
    }

    /**
     * What an operator did.
     *
     * @param overHttp the operator's name as it is recorded of a call over HTTP
     */
    public List<Act> acts(String actor, String overHttp, Span span) {
        return jdbc.query(
                "select * from operator_action where actor in (?, ?) and at >= ? and at < ? order by id",
                (row, i) -> new Act(
                        Rows.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("verb"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("result")),
                actor,
                overHttp,
                Rows.time(span.from()),
                Rows.time(span.before()));
    }

    /** Contacts whose status the operator reported. */
    public List<Long> resolved(String actor, String overHttp, Span span) {
        return jdbc.queryForList(
                "select distinct crn from contact_event where sequence > 1 and actor in (?, ?)"
                        + " and at >= ? and at < ? order by crn",
                Long.class,
                actor,
                overHttp,
                Rows.time(span.from()),
                Rows.time(span.before()));
    }

    /** Files that an organisation sent, by when they were taken. */
    public List<Long> received(String organisation, Span span) {
        return jdbc.queryForList(
                "select id from inbound_file where organisation = ? and received_at >= ? and received_at < ? order by id",
                Long.class,
                organisation,
                Rows.time(span.from()),
                Rows.time(span.before()));
    }

    /** Files of which something was decided in that time: a night's run is alone. */
    public List<Long> decided(Span span) {
        return jdbc.queryForList(
                "select id from inbound_file where (decided_at >= ? and decided_at < ?) or id in (select file_id"
                        + " from contact where created_at >= ? and created_at < ?) order by id",
                Long.class,
                Rows.time(span.from()),
                Rows.time(span.before()),
                Rows.time(span.from()),
                Rows.time(span.before()));
    }

    /** When each file of an organisation was taken, by its name. */
    public Map<String, NavigableMap<Instant, Long>> deliveries(String organisation) {
        return byName(
                "select id, name, received_at from inbound_file where organisation = ? order by id", organisation);
    }

    /** When each answer of an organisation was made, by its name; with the number of the file that it answers. */
    public Map<String, NavigableMap<Instant, Long>> answers(String organisation) {
        return byName(
                "select file_id, name, created_at from answer where organisation = ? order by file_id", organisation);
    }

    private Map<String, NavigableMap<Instant, Long>> byName(String sql, String organisation) {
        Map<String, NavigableMap<Instant, Long>> found = new HashMap<>();
        jdbc.query(
                sql,
                (ResultSet row) -> {
                    put(found, row);
                },
                organisation);
        return found;
    }

    private static void put(Map<String, NavigableMap<Instant, Long>> found, ResultSet row) throws SQLException {
        found.computeIfAbsent(row.getString(2), name -> new TreeMap<>())
                .put(row.getObject(3, java.time.OffsetDateTime.class).toInstant(), row.getLong(1));
    }

    private List<Transfer> transfers(String column, String value, Span span) {
        return jdbc.query(
                "select * from transfer where " + column + " = ? and at >= ? and at < ? order by id",
                (row, i) -> new Transfer(
                        Rows.instant(row, "at"),
                        row.getString("organisation"),
                        row.getString("key_fingerprint"),
                        row.getString("source"),
                        row.getString("kind"),
                        row.getString("name")),
                value,
                Rows.time(span.from()),
                Rows.time(span.before()));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
