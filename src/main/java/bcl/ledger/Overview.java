package bcl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What operators ask of the whole ledger. Reads alone; thread-safe. */
public final class Overview {
    private static final int PAGE = 1000;
    private static final RowMapper<FileSummary> SUMMARY = Overview::summary;
    private static final String SUMMARIES =
            "select f.*, a.name as answer_name, p.done as parts_done, l.contacts as looked, l.reasons as foreseen from inbound_file f"
                    + " left join file_look l on l.file_id = f.id and f.state = 'TAKEN'"
                    + " left join answer a on a.file_id = coalesce(f.repeat_of, f.id)"
                    + " left join (select q.file_id, sum(q.next_group - q.first_group) as done from file_part q"
                    + " join inbound_file g on g.id = q.file_id and g.state in ('OPEN', 'PAUSED', 'HELD')"
                    + " group by q.file_id) p on p.file_id = f.id";
    private static final String NOT_FINISHED = " where f.state <> 'ANSWERED'";

    private final JdbcTemplate jdbc;

    public Overview(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every delivery by its number, page by page: memory does not grow with their number. */
    public void forEachFile(Consumer<FileSummary> action) {
        long last = 0;
        List<FileSummary> page = page(last);
        while (!page.isEmpty()) {
            page.forEach(action);
            last = page.get(page.size() - 1).file().id();
            page = page(last);
        }
    }

    private List<FileSummary> page(long after) {
        return jdbc.query(SUMMARIES + " where f.id > ? order by f.id limit ?", SUMMARY, after, PAGE);
    }

    /** Those that are not answered, held ones first, then by number; at most that many. */
    public List<FileSummary> notFinished(int limit) {
        return jdbc.query(
                SUMMARIES + NOT_FINISHED + " order by case when f.state = 'HELD' then 0 else 1 end, f.id limit ?",
                SUMMARY,
                limit);
    }

    /** The answered ones with the highest numbers, the newest first. */
    public List<FileSummary> lastFinished(int limit) {
        return jdbc.query(SUMMARIES + " where f.state = 'ANSWERED' order by f.id desc limit ?", SUMMARY, limit);
    }

    /** How many deliveries there are in each state; states without any are left out. */
    public Map<FileState, Long> states() {
        Map<FileState, Long> states = new EnumMap<>(FileState.class);
        jdbc.query("select state, count(*) from inbound_file group by state", row -> {
            states.put(FileState.valueOf(row.getString(1)), row.getLong(2));
        });
        return states;
    }

    /** The counts of all files that were decided: what their answers tell, test files included. */
    public Totals totals() {
        return jdbc.query(
                        "select coalesce(sum(accepted), 0), coalesce(sum(rejected), 0), coalesce(sum(repeated), 0)"
                                + " from inbound_file",
                        (row, i) -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3)))
                .get(0);
    }

    /** The newest notices of other kinds than these, the newest first. */
    public List<Notice> notices(List<String> otherThan, int limit) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select * from notice where not (kind = any(?)) order by id desc limit ?");
                    statement.setArray(1, connection.createArrayOf("varchar", otherThan.toArray()));
                    statement.setInt(2, limit);
                    return statement;
                },
                (row, i) -> Rows.notice(row));
    }

    /** The night that has the lease, by the database's clock; a killed one is shown until its lease runs out. */
    public Optional<Running> running() {
        return jdbc
                .query(
                        "select l.holder as lease_holder, r.id, r.started_at, r.window_closes, r.override_reason from lease l"
                                + " left join run r on r.ended_at is null and r.holder = l.holder"
                                + " where l.holder <> '' and l.expires_at > current_timestamp order by r.id desc",
                        (row, i) -> new Running(
                                row.getString("lease_holder"),
                                row.getObject("id", Long.class),
                                Rows.maybeInstant(row, "started_at"),
                                Rows.maybeInstant(row, "window_closes"),
                                row.getString("override_reason")))
                .stream()
                .findFirst();
    }

    private static FileSummary summary(ResultSet row, int i) throws SQLException {
        LedgerFile file = Rows.file(row, i);
        long done = row.getLong("parts_done");
        long decided = file.totals().received();
        String foreseen = row.getString("foreseen");
        return new FileSummary(
                file,
                Math.max(row.getLong("contacts"), row.getLong("looked")),
                decided > 0 ? decided : done,
                row.getString("answer_name"),
                foreseen == null || foreseen.isEmpty() ? null : foreseen.replace(",", ", "));
    }
}
