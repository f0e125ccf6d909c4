package bcl.ledger;

import bcl.wire.FileFinding;
import bcl.wire.FileName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The deliveries and their states. Every state change is one guarded statement: it names the state and the attempt that the
 * caller saw, and throws {@link LedgerConflict} if the row is no longer so. Thread-safe; runs in the caller's transaction.
 */
public final class FileLedger {
    private static final RowMapper<LedgerFile> FILE = Rows::file;
    private static final String UNFINISHED = "state in ('TAKEN', 'OPEN', 'PAUSED', 'DECIDED', 'REJECTED')";
    /**
     * The state of a row that its id names. Where nearly every file is answered, PostgreSQL expects none in another state, and would
     * look through all that wait tonight for each of them, by the index of states.
     */
    static final String STATE_OF_IT = "coalesce(state, '')";
    /** How often its stream was reset so far, so that numbers of before do not count as used. */
    static final String RESETS = "resets = coalesce((select s.resets from stream s where s.direction = 'IN'"
            + " and s.system = inbound_file.system and s.environment = inbound_file.environment"
            + " and s.type = inbound_file.type), 0)";

    private final JdbcTemplate jdbc;
    private final FileChunks chunks;

    public FileLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.chunks = new FileChunks(jdbc);
    }

    /** What concerns many files at once. */
    public FileChunks chunks() {
        return chunks;
    }

    /** Records a sealed file as {@code TAKEN} and gives its number. */
    public long take(NewFile file) {
        return take(List.of(file)).get(0);
    }

    /** Records sealed files as {@code TAKEN} and gives their numbers, which grow in the order of the files. */
    public List<Long> take(List<NewFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        List<Long> ids = chunks.take(files);
        if (ids.size() != files.size()) {
            throw new IllegalStateException(
                    "the database gave " + ids.size() + " numbers to " + files.size() + " files");
        }
        return ids;
    }

    public Optional<LedgerFile> find(long id) {
        return jdbc.query("select * from inbound_file where id = ?", FILE, id).stream()
                .findFirst();
    }

    public LedgerFile get(long id) {
        return find(id).orElseThrow(() -> new LedgerConflict("file " + id + " is not in the ledger"));
    }

    /** As {@link #get}, and nobody else changes the row until the caller's transaction ends. */
    public LedgerFile lock(long id) {
        return jdbc.query("select * from inbound_file where id = ? for update", FILE, id).stream()
                .findFirst()
                .orElseThrow(() -> new LedgerConflict("file " + id + " is not in the ledger"));
    }

    public List<LedgerFile> all() {
        return jdbc.query("select * from inbound_file order by id", FILE);
    }

    public List<LedgerFile> byName(String name) {
        return jdbc.query("select * from inbound_file where name = ? order by id", FILE, name);
    }

    /** All that a run has to finish, by number; held files are not among them. */
    public List<LedgerFile> unfinished() {
        return jdbc.query("select * from inbound_file where " + UNFINISHED + " order by id", FILE);
    }

    /** All that is not finished, held files too, by number. */
    public List<LedgerFile> notAnswered() {
        return jdbc.query("select * from inbound_file where state = 'HELD' or " + UNFINISHED + " order by id", FILE);
    }

    public List<LedgerFile> inState(FileState state) {
        return jdbc.query("select * from inbound_file where state = ? order by id", FILE, state.name());
    }

    /** The delivery that used up this number of its stream, if there is one since the stream was last reset. */
    public Optional<LedgerFile> thatUsed(FileName name) {
        return Optional.ofNullable(chunks.thatUsed(List.of(name)).get(name));
    }

    /** Whether another delivery of the organisation was opened and may have logged contacts. */
    public boolean mayHaveLogged(String organisation, long exceptFile) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from inbound_file where organisation = ? and id <> ? and first_crn is not null)",
                Boolean.class,
                organisation,
                exceptFile));
    }

    /** A new run takes over all that is unfinished: whatever an older run still tries to commit is refused from now on. */
    public int nextAttempt() {
        return jdbc.update("update inbound_file set attempt = attempt + 1 where " + UNFINISHED);
    }

    /** {@code TAKEN} to {@code OPEN}: from now on it is checked against this snapshot, and its CRNs come from this block. */
    public void open(LedgerFile file, long snapshotId, long contacts, @Nullable Long firstCrn) {
        change(
                "update inbound_file set state = 'OPEN', uses_number = true, " + RESETS
                        + ", snapshot_id = ?, contacts = ?, first_crn = ? where id = ? and " + STATE_OF_IT
                        + " = 'TAKEN' and attempt = ?",
                file,
                snapshotId,
                contacts,
                firstCrn);
    }

    /** {@code TAKEN} to {@code REJECTED}, with its reasons. */
    public void reject(LedgerFile file, List<FileFinding> findings, boolean usesNumber, Instant at) {
        change(
                "update inbound_file set state = 'REJECTED', findings = ?, uses_number = ?, decided_at = ?, " + RESETS
                        + " where id = ? and " + STATE_OF_IT + " = 'TAKEN' and attempt = ?",
                file,
                Findings.encodeFile(findings),
                usesNumber,
                Rows.time(at));
    }

    /** {@code TAKEN} to {@code DECIDED} without contacts of its own: the answer of an earlier delivery stands. */
    public void repeat(LedgerFile file, long earlier, Instant at) {
        change(
                "update inbound_file set state = 'DECIDED', repeat_of = ?, decided_at = ?" + " where id = ? and "
                        + STATE_OF_IT + " = 'TAKEN' and attempt = ?",
                file,
                earlier,
                Rows.time(at));
    }

    /** {@code OPEN} to {@code DECIDED}: every contact has its outcome. */
    public void decide(LedgerFile file, Totals totals, Instant at) {
        change(
                "update inbound_file set state = 'DECIDED', contacts = ?, accepted = ?, rejected = ?, repeated = ?,"
                        + " decided_at = ? where id = ? and " + STATE_OF_IT + " = 'OPEN' and attempt = ?",
                file,
                totals.received(),
                totals.accepted(),
                totals.rejected(),
                totals.repeated(),
                Rows.time(at));
    }

    /**
     * {@code DECIDED} or {@code REJECTED} to {@code ANSWERED}; also if an operator held it in the moment in which its answer went
     * out, since that cannot be taken back.
     */
    public void answered(LedgerFile file) {
        chunks.answered(List.of(file));
    }

    /** {@code OPEN} to {@code PAUSED} at the window's end. */
    public void pause(LedgerFile file) {
        change(
                "update inbound_file set state = 'PAUSED' where id = ? and " + STATE_OF_IT
                        + " = 'OPEN' and attempt = ?",
                file);
    }

    /** {@code PAUSED} to {@code OPEN}, or still {@code OPEN}, when a run goes on with it. */
    public void resume(LedgerFile file) {
        change(
                "update inbound_file set state = 'OPEN' where id = ? and " + STATE_OF_IT
                        + " in ('OPEN', 'PAUSED') and attempt = ?",
                file);
    }

    /** Any unfinished state to {@code HELD}: the reason says what failed, where, and what to do next. */
    public void hold(LedgerFile file, String reason) {
        holdFor(file, null, reason);
    }

    /**
     * Any unfinished state to {@code HELD} for an operator. Whatever a run is doing with the file is refused from now on: it gets
     * an attempt of its own, its parts too.
     */
    public void keepBack(LedgerFile file, String operator, String reason) {
        holdFor(file, operator, reason);
        jdbc.update("update inbound_file set attempt = attempt + 1 where id = ?", file.id());
        jdbc.update("update file_part set attempt = attempt + 1 where file_id = ?", file.id());
    }

    private void holdFor(LedgerFile file, @Nullable String operator, String reason) {
        change(
                "update inbound_file set held_from = case when state = 'OPEN' then 'PAUSED' else state end,"
                        + " state = 'HELD', held_by = ?, hold_reason = ? where id = ? and " + UNFINISHED
                        + " and attempt = ?",
                file,
                operator,
                cut(reason, 2000));
    }

    /** {@code HELD} to where it was; what was decided of it stays. */
    public void letGo(LedgerFile file) {
        change(
                "update inbound_file set state = held_from, held_from = null, held_by = null, hold_reason = null"
                        + " where id = ? and " + STATE_OF_IT + " = 'HELD' and attempt = ?",
                file);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private void change(String sql, LedgerFile file, @Nullable Object... values) {
        Object[] all = java.util.Arrays.copyOf(values, values.length + 2);
        all[values.length] = file.id();
        all[values.length + 1] = file.attempt();
        LedgerConflict.unlessOne(jdbc.update(sql, all), "file " + file.id());
    }
}
