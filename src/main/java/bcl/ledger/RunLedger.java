package bcl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The runs of this home. Thread-safe; runs in the caller's transaction. */
public final class RunLedger {
    private final JdbcTemplate jdbc;

    public RunLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Records that a run begins, and gives its number. */
    public long start(NewRun run) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into run (command, holder, started_at, window_opens, window_closes, override_reason,"
                                    + " program) values (?, ?, ?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    insert.setString(1, run.command());
                    insert.setString(2, cut(run.holder(), 200));
                    insert.setObject(3, Rows.time(run.startedAt()));
                    insert.setObject(4, time(run.opens()));
                    insert.setObject(5, time(run.closes()));
                    insert.setString(6, run.overrideReason() == null ? null : cut(run.overrideReason(), 1000));
                    insert.setString(7, run.program());
                    return insert;
                },
                key);
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave no number to a new run");
        }
        return id.longValue();
    }

    /**
     * Records how a run ended.
     *
     * @throws LedgerConflict if it ended before, or was found dead by another
     */
    public void finish(long id, Instant at, int exitCode, String detail) {
        LedgerConflict.unlessOne(
                jdbc.update(
                        "update run set ended_at = ?, exit_code = ?, detail = ? where id = ? and ended_at is null",
                        Rows.time(at),
                        exitCode,
                        cut(detail, 2000),
                        id),
                "run " + id);
    }

    /** Records what a run has done so far; a run that was found dead by another is left as it is. */
    public void worked(long id, Worked soFar) {
        jdbc.update(
                "update run set small_files = ?, small_millis = ?, large_contacts = ?, large_millis = ? where id = ?"
                        + " and ended_at is null",
                soFar.smallFiles(),
                soFar.smallTime().toMillis(),
                soFar.largeContacts(),
                soFar.largeTime().toMillis(),
                id);
    }

    /** What the last runs did together, the one that runs now included; runs that did nothing do not count. */
    public Worked workedLately(int runs) {
        return jdbc
                .query(
                        "select small_files, small_millis, large_contacts, large_millis from run"
                                + " where small_millis > 0 or large_millis > 0 order by id desc fetch first " + runs
                                + " rows only",
                        (row, i) -> new Worked(
                                row.getLong(1),
                                Duration.ofMillis(row.getLong(2)),
                                row.getLong(3),
                                Duration.ofMillis(row.getLong(4))))
                .stream()
                .reduce(Worked.NOTHING, Worked::plus);
    }

    /** Whether nobody has ended it: a run that takes over ends the one before it first, as a killed one. */
    public boolean isRunning(long id) {
        Long running =
                jdbc.queryForObject("select count(*) from run where id = ? and ended_at is null", Long.class, id);
        return running != null && running > 0;
    }

    /** Ends, without an exit code, a run that could not go on and is tried again; nothing happens if it has ended. */
    public void abandon(long id, Instant at, String why) {
        jdbc.update(
                "update run set ended_at = ?, detail = ? where id = ? and ended_at is null",
                Rows.time(at),
                cut(why, 2000),
                id);
    }

    /** Ends, without an exit code, every run of this command that was killed. Only for the holder of its lease. */
    public int buryKilled(String command, Instant at) {
        return jdbc.update(
                "update run set ended_at = ?, detail = 'ended without a word: killed, or its machine was lost'"
                        + " where command = ? and ended_at is null",
                Rows.time(at),
                command);
    }

    /** The number of the last seal of the evidence, with which a run ends; 0 if nothing was ever sealed. */
    public long lastSeal() {
        Long last = jdbc.queryForObject("select max(number) from evidence_seal", Long.class);
        return last == null ? 0 : last;
    }

    public Optional<Run> find(long id) {
        return jdbc.query("select * from run where id = ?", RunLedger::run, id).stream()
                .findFirst();
    }

    /** The newest runs first. */
    public List<Run> last(int count) {
        return jdbc.query("select * from run order by id desc fetch first " + count + " rows only", RunLedger::run);
    }

    /** The newest run without an end. It may have been killed: whether it lives the lease tells. */
    public Optional<Run> running() {
        return jdbc
                .query(
                        "select * from run where ended_at is null order by id desc fetch first 1 rows only",
                        RunLedger::run)
                .stream()
                .findFirst();
    }

    private static Run run(ResultSet row, int i) throws SQLException {
        return new Run(
                row.getLong("id"),
                new NewRun(
                        row.getString("command"),
                        row.getString("holder"),
                        Rows.instant(row, "started_at"),
                        Rows.maybeInstant(row, "window_opens"),
                        Rows.maybeInstant(row, "window_closes"),
                        row.getString("override_reason"),
                        row.getString("program")),
                Rows.maybeInstant(row, "ended_at"),
                row.getObject("exit_code", Integer.class),
                row.getString("detail"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : Rows.time(instant);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
