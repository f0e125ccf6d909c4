package bcl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who came to which data. Rows are only ever added. Thread-safe. */
public final class AccessLedger {
    private final JdbcTemplate jdbc;
    private final JdbcClient named;

    public AccessLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = JdbcClient.create(jdbc);
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

    /** Files of which a run decided something. Those whose outcomes name no run are told by its time: a night's run is alone. */
    public List<Long> decided(long run, Span span) {
        return named.sql("select f.id from inbound_file f where f.received_at < :before"
                        + " and (f.decided_at is null or f.decided_at >= :from)"
                        + " and (exists (select 1 from outcome o where o.file_id = f.id and o.run_id = :run)"
                        + " or (((f.decided_at >= :from and f.decided_at < :before) or f.id in"
                        + " (select file_id from contact where created_at >= :from and created_at < :before))"
                        + " and not exists (select 1 from outcome o where o.file_id = f.id and o.run_id is not null)))"
                        + " order by f.id")
                .param("run", run)
                .param("from", Rows.time(span.from()))
                .param("before", Rows.time(span.before()))
                .query(Long.class)
                .list();
    }

    /** How many contacts of a file each run judged; the number 0 stands for a run that is not recorded. */
    public NavigableMap<Long, Long> judges(long file) {
        NavigableMap<Long, Long> judges = new TreeMap<>();
        named.sql(
                        "select coalesce(o.run_id, (select max(r.id) from run r join inbound_file f on r.started_at <= f.decided_at"
                                + " and (r.ended_at is null or r.ended_at >= f.decided_at) where f.id = :file), 0), o.judged"
                                + " from (select run_id, count(*) as judged from outcome where file_id = :file group by run_id) o")
                .param("file", file)
                .query((ResultSet row) -> {
                    judges.put(row.getLong(1), row.getLong(2));
                });
        return judges;
    }

    /** The CRNs that a run gave to contacts of a file within a range of lines, both ends included. */
    public Set<Long> logged(long run, long file, long fromLine, long toLine) {
        return named.sql("select crn from outcome where file_id = :file and line between :from and :to and kind = 'AC'"
                        + " and crn is not null and (run_id = :run or run_id is null)")
                .param("file", file)
                .param("run", run)
                .param("from", fromLine)
                .param("to", toLine)
                .query(Long.class)
                .set();
    }

    /** How many they are in the whole file. */
    public long countLogged(long run, long file) {
        return named.sql("select count(crn) from outcome where file_id = :file and kind = 'AC'"
                        + " and (run_id = :run or run_id is null)")
                .param("file", file)
                .param("run", run)
                .query(Long.class)
                .single();
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
