package bcl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * The plans of reruns that operators asked for, with the outcomes that were committed then: the run that finishes the file is held
 * against them. Thread-safe; runs in the caller's transaction.
 */
public final class RerunLedger {
    private final JdbcTemplate jdbc;

    public RerunLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan whose file is not finished yet. */
    public record Pending(long id, RerunPlan plan) {}

    /** Records a plan, in place of one that waits for the same file. The file's row must be locked. */
    public void record(RerunPlan plan, Instant at) {
        pending(List.of(plan.fileId())).forEach(older -> settle(older, at, "another rerun was asked for"));
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into rerun_plan (file_id, at, snapshot_id, first_crn, foresight, accepted, rejected,"
                                    + " repeated) values (?, ?, ?, ?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    insert.setLong(1, plan.fileId());
                    insert.setObject(2, Rows.time(at));
                    insert.setObject(3, plan.snapshotId());
                    insert.setObject(4, plan.firstCrn());
                    insert.setString(5, plan.foresight().name());
                    insert.setLong(6, plan.totals().accepted());
                    insert.setLong(7, plan.totals().rejected());
                    insert.setLong(8, plan.totals().repeated());
                    return insert;
                },
                key);
        jdbc.update(
                "insert into rerun_outcome (plan_id, line, kind, crn, findings)"
                        + " select cast(? as bigint), line, kind, crn, findings from outcome where file_id = ?",
                key.getKey(),
                plan.fileId());
    }

    /** The plans that wait for these files. */
    public List<Pending> pending(Collection<Long> files) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select * from rerun_plan where file_id = any(?) and settled_at is null order by id");
                    statement.setArray(1, connection.createArrayOf("bigint", files.toArray()));
                    return statement;
                },
                RerunLedger::pending);
    }

    /** The first line whose outcome was committed when the plan was made, and is another one now or gone. */
    public Optional<Long> firstChanged(Pending pending) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select min(p.line) from rerun_outcome p"
                        + " left join outcome o on o.file_id = ? and o.line = p.line where p.plan_id = ?"
                        + " and (o.line is null or o.kind <> p.kind or o.crn is distinct from p.crn"
                        + " or o.findings is distinct from p.findings)",
                Long.class,
                pending.plan().fileId(),
                pending.id()));
    }

    /** Says what became of a plan. */
    public void settle(Pending pending, Instant at, String result) {
        jdbc.update("delete from rerun_outcome where plan_id = ?", pending.id());
        LedgerConflict.unlessOne(
                jdbc.update(
                        "update rerun_plan set settled_at = ?, result = ? where id = ? and settled_at is null",
                        Rows.time(at),
                        result.length() <= 2000 ? result : result.substring(0, 2000),
                        pending.id()),
                "plan " + pending.id());
    }

    private static Pending pending(ResultSet row, int i) throws SQLException {
        return new Pending(
                row.getLong("id"),
                new RerunPlan(
                        row.getLong("file_id"),
                        row.getObject("snapshot_id", Long.class),
                        row.getObject("first_crn", Long.class),
                        RerunPlan.Foresight.valueOf(row.getString("foresight")),
                        new Totals(row.getLong("accepted"), row.getLong("rejected"), row.getLong("repeated")),
                        ""));
    }
}
