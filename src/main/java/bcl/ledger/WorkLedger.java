package bcl.ledger;

import bcl.night.Workload;
import bcl.wire.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** First looks into files, and how much work is left. Thread-safe; runs in the caller's transaction. */
public final class WorkLedger {
    /** Bytes of a contact in a file that nobody has looked into; real ones have more. */
    private static final int BYTES_A_CONTACT = 100;

    /** Named one by one, so that the index on the state is used however many files were answered. */
    private static final String NOT_ANSWERED = "state in ('TAKEN', 'OPEN', 'PAUSED', 'DECIDED', 'REJECTED', 'HELD')";

    private static final RowMapper<FileLook> LOOK = WorkLedger::look;

    private final JdbcTemplate jdbc;

    public WorkLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Files that wait for their turn and were not looked into, the earliest first; none while a night is at work, whose turn it is. */
    public List<LedgerFile> notLookedInto(int most) {
        return jdbc.query(
                "select * from inbound_file where state = 'TAKEN' and not exists"
                        + " (select 1 from file_look where file_id = inbound_file.id) and not exists"
                        + " (select 1 from lease where holder <> '' and expires_at > current_timestamp)"
                        + " order by id fetch first " + most + " rows only",
                Rows::file);
    }

    /** Nothing happens if somebody else looked into the file meanwhile. */
    public void looked(FileLook look) {
        try {
            jdbc.update(
                    "insert into file_look (file_id, contacts, reasons, at) values (?, ?, ?, ?)",
                    look.fileId(),
                    look.contacts(),
                    look.reasons().stream().map(Reason::name).collect(Collectors.joining(",")),
                    Rows.time(look.at()));
        } catch (DuplicateKeyException e) {
            return;
        }
    }

    public Optional<FileLook> lookOf(long fileId) {
        return jdbc.query("select * from file_look where file_id = ?", LOOK, fileId).stream()
                .findFirst();
    }

    /**
     * What is left to do.
     *
     * @param behindHeld files in state TAKEN that wait behind a held one, and are no work before that is done
     * @param smallFile bytes; up to this size a file is small
     * @param fileLimit bytes; above it a file is rejected unread, which is as little work
     */
    public Workload left(long smallFile, long fileLimit, List<LedgerFile> behindHeld) {
        String small = "(size <= ? or size > ?) and state = 'TAKEN'";
        Long count = jdbc.queryForObject(
                "select count(*) from inbound_file where " + small + " or state in ('DECIDED', 'REJECTED')",
                Long.class,
                smallFile,
                fileLimit);
        List<Workload.Large> large = jdbc.query(
                "select f.id, f.organisation, f.size, f.contacts, l.contacts as looked,"
                        + " (select sum(p.next_group - p.first_group) from file_part p"
                        + " where p.file_id = f.id and p.kind = 'PLAIN') as done"
                        + " from inbound_file f left join file_look l on l.file_id = f.id"
                        + " where f.state in ('OPEN', 'PAUSED') or (f.state = 'TAKEN' and f.size > ? and f.size <= ?)"
                        + " order by case when f.state = 'TAKEN' then 1 else 0 end, f.id",
                WorkLedger::large,
                smallFile,
                fileLimit);
        Set<Long> waiting = behindHeld.stream().map(LedgerFile::id).collect(Collectors.toSet());
        long smallWaiting = behindHeld.stream()
                .filter(file -> file.size() <= smallFile || file.size() > fileLimit)
                .count();
        Long held = jdbc.queryForObject("select count(*) from inbound_file where state = 'HELD'", Long.class);
        return new Workload(
                Math.max(0, (count == null ? 0 : count) - smallWaiting),
                large.stream().filter(file -> !waiting.contains(file.number())).toList(),
                (held == null ? 0 : held) + waiting.size());
    }

    /**
     * A text that changes when there is something new to do: a file that was taken or changed its state, or an operator's act. It
     * does not change by itself.
     */
    public String mark() {
        String mark = jdbc.queryForObject(
                "select cast((select coalesce(max(id), 0) from inbound_file) as varchar(20)) || '/'"
                        + " || cast((select count(*) from inbound_file where " + NOT_ANSWERED
                        + ") as varchar(20)) || '/'"
                        + " || cast((select count(*) from inbound_file where state = 'HELD') as varchar(20)) || '/'"
                        + " || cast((select coalesce(max(id), 0) from operator_action) as varchar(20))",
                String.class);
        return mark == null ? "" : mark;
    }

    private static Workload.Large large(ResultSet row, int i) throws SQLException {
        long counted = Math.max(row.getLong("contacts"), row.getLong("looked"));
        long contacts = counted > 0 ? counted : row.getLong("size") / BYTES_A_CONTACT;
        return new Workload.Large(
                row.getLong("id"), row.getString("organisation"), Math.max(0, contacts - row.getLong("done")));
    }

    private static FileLook look(ResultSet row, int i) throws SQLException {
        String reasons = row.getString("reasons");
        return new FileLook(
                row.getLong("file_id"),
                row.getLong("contacts"),
                reasons.isEmpty()
                        ? List.of()
                        : Arrays.stream(reasons.split(",")).map(Reason::valueOf).toList(),
                Rows.instant(row, "at"));
    }
}
