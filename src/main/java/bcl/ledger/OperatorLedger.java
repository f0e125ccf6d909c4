package bcl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators did, and what they should see. Rows are only ever added. Thread-safe. */
public final class OperatorLedger {
    private static final String QUARANTINE =
            "select * from quarantine q where not exists (select 1 from erasure e where e.kind = 'QUARANTINE'"
                    + " and e.subject = q.id)";

    private final JdbcTemplate jdbc;

    public OperatorLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void notice(Notice notice) {
        jdbc.update(
                "insert into notice (at, kind, file_id, subject, detail) values (?, ?, ?, ?, ?)",
                Rows.time(notice.at()),
                notice.kind(),
                notice.fileId(),
                cut(notice.subject(), 1024),
                cut(notice.detail(), 2000));
    }

    public List<Notice> notices(String kind) {
        return jdbc.query("select * from notice where kind = ? order by id", (row, i) -> Rows.notice(row), kind);
    }

    public void quarantined(Quarantined file) {
        jdbc.update(
                "insert into quarantine (folder, name, stored_as, digest, size, reason, at) values (?, ?, ?, ?, ?, ?, ?)",
                cut(file.folder(), 1024),
                cut(file.name(), 1024),
                file.storedAs(),
                file.digest(),
                file.size(),
                cut(file.reason(), 1000),
                Rows.time(file.at()));
    }

    /** What lies there; not what was erased since. */
    public List<Quarantined> quarantine() {
        return jdbc.query(QUARANTINE + " order by id", OperatorLedger::quarantined);
    }

    /** As {@link #quarantine()}, of what was put there for this reason. */
    public List<Quarantined> quarantined(String reason) {
        return jdbc.query(QUARANTINE + " and reason = ? order by id", OperatorLedger::quarantined, reason);
    }

    private static Quarantined quarantined(ResultSet row, int i) throws SQLException {
        return new Quarantined(
                row.getString("folder"),
                row.getString("name"),
                row.getString("stored_as"),
                row.getString("digest"),
                row.getLong("size"),
                row.getString("reason"),
                Rows.instant(row, "at"));
    }

    /** Records an act: who, when, what, on what, why, and with what result. */
    public void acted(Instant at, String actor, String verb, String subject, String reason, String result) {
        jdbc.update(
                "insert into operator_action (at, actor, verb, subject, reason, result) values (?, ?, ?, ?, ?, ?)",
                Rows.time(at),
                cut(actor, 100),
                verb,
                cut(subject, 1024),
                cut(reason, 2000),
                cut(result, 2000));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
