package bcl.ledger;

import bcl.bulk.BulkInsert;
import bcl.bulk.BulkTable;
import bcl.wire.ContactStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The outcomes: one row a contact of a file, written once and never changed. Thread-safe; runs in the caller's transaction.
 */
public final class OutcomeLedger {
    private static final BulkTable OUTCOME =
            BulkTable.of("outcome", "file_id", "line", "kind", "crn", "status", "findings", "run_id");
    private static final int FETCH = 2000;

    /** Lines that a contact with its child records often has at most. */
    private static final long LINES_PER_OUTCOME = 4;

    private final JdbcTemplate jdbc;
    private final BulkInsert bulk;

    public OutcomeLedger(JdbcTemplate jdbc, BulkInsert bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** Inserts outcomes of several small files; a line that has one already fails the transaction. */
    public void insert(Map<Long, ? extends Collection<Outcome>> byFile) {
        insert(byFile, null);
    }

    /** Inserts outcomes of a large file, on which several runs may work, with the one that judged them; else as above. */
    public void insert(long fileId, Collection<Outcome> outcomes, long run) {
        insert(Map.of(fileId, outcomes), run);
    }

    private void insert(Map<Long, ? extends Collection<Outcome>> byFile, @Nullable Long run) {
        bulk.insert(OUTCOME, rows -> {
            for (var file : byFile.entrySet()) {
                for (Outcome outcome : file.getValue()) {
                    ContactStatus status = outcome.status();
                    rows.bigint(file.getKey()).bigint(outcome.line());
                    rows.text(outcome.kind().name()).bigint(outcome.crn());
                    rows.text(status == null ? null : status.name());
                    rows.text(Findings.encode(outcome.findings())).bigint(run).endRow();
                }
            }
        });
    }

    /**
     * Some outcomes after a line, by line: a whole file is read in such pages, in constant memory.
     *
     * @param limit the most that are given; fewer do not mean that there are no more
     * @return empty only if there are none
     */
    public List<Outcome> page(long fileId, long afterLine, int limit) {
        long after = afterLine;
        List<Outcome> page = between(fileId, after, limit);
        while (page.isEmpty()) {
            Long next = jdbc.queryForObject(
                    "select min(line) from outcome where file_id = ? and line > ?", Long.class, fileId, after);
            if (next == null) {
                return page;
            }
            after = next - 1;
            page = between(fileId, after, limit);
        }
        return page;
    }

    /**
     * Within a range of lines and not just to a limit: of a table that has just grown PostgreSQL knows too little, and would sort the
     * whole rest of the file for each page.
     */
    private List<Outcome> between(long fileId, long after, int limit) {
        // H2 reads in the order of the key, and stops at the limit, only if the whole key is named.
        return jdbc.query(
                "select line, kind, crn, status, findings from outcome where file_id = ? and line > ? and line <= ?"
                        + " order by file_id, line limit ?",
                OutcomeLedger::outcome,
                fileId,
                after,
                after + LINES_PER_OUTCOME * limit,
                limit);
    }

    /** Each outcome of a file in the order of its lines, page by page. */
    public void forEach(long fileId, Consumer<Outcome> action) {
        long line = 0;
        List<Outcome> page = page(fileId, line, FETCH);
        while (!page.isEmpty()) {
            page.forEach(action);
            line = page.get(page.size() - 1).line();
            page = page(fileId, line, FETCH);
        }
    }

    /** The outcomes of these files as the database counts them: the gate compares them with what was read. */
    public Map<Long, Totals> totals(Collection<Long> fileIds) {
        Map<Long, Totals> totals = new HashMap<>();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("select file_id,"
                            + " sum(case when kind = 'AC' then 1 else 0 end),"
                            + " sum(case when kind = 'RJ' then 1 else 0 end),"
                            + " sum(case when kind = 'RP' then 1 else 0 end)"
                            + " from outcome where file_id = any(?) group by file_id");
                    statement.setArray(1, connection.createArrayOf("bigint", fileIds.toArray()));
                    return statement;
                },
                row -> {
                    totals.put(row.getLong(1), new Totals(row.getLong(2), row.getLong(3), row.getLong(4)));
                });
        return totals;
    }

    /** The lines of a file that have an outcome within a range of lines, both ends included. */
    public Map<Long, OutcomeKind> kinds(long fileId, long fromLine, long toLine) {
        Map<Long, OutcomeKind> kinds = new HashMap<>();
        jdbc.query(
                "select line, kind from outcome where file_id = ? and line between ? and ?",
                row -> {
                    kinds.put(row.getLong(1), OutcomeKind.valueOf(row.getString(2)));
                },
                fileId,
                fromLine,
                toLine);
        return kinds;
    }

    private static Outcome outcome(ResultSet row, int i) throws SQLException {
        return new Outcome(
                row.getLong("line"),
                OutcomeKind.valueOf(row.getString("kind")),
                row.getObject("crn", Long.class),
                status(row.getString("status")),
                Findings.decode(row.getString("findings")));
    }

    private static @Nullable ContactStatus status(@Nullable String name) {
        return name == null ? null : ContactStatus.valueOf(name);
    }
}
