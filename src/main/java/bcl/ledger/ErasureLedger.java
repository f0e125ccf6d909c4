package bcl.ledger;

import bcl.ledger.Erasure.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was erased, and what is due. Thread-safe; runs in the caller's transaction. */
public final class ErasureLedger {
    private static final int PAGE = 10_000;
    private static final String OPEN = " exists (select 1 from contact c where c.crn >= f.first_crn"
            + " and c.crn < f.first_crn + f.contacts and c.status not in ('CCIV', 'CCVA'))";
    private static final String FILES = " from inbound_file f where f.state = 'ANSWERED' and f.decided_at < ?"
            + " and not exists (select 1 from erasure e where e.kind = 'FILE' and e.subject = f.id)";
    private static final String QUARANTINE = " from quarantine f where f.size > 0 and f.at < ?"
            + " and not exists (select 1 from erasure e where e.kind = 'QUARANTINE' and e.subject = f.id)";

    private final JdbcTemplate jdbc;

    public ErasureLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the content of a file was erased. */
    public Optional<Erased> of(long fileId) {
        return jdbc
                .query(
                        "select at, rule, finished_at from erasure where kind = 'FILE' and subject = ?",
                        (row, i) -> new Erased(
                                Rows.instant(row, "at"),
                                row.getString("rule"),
                                Rows.maybeInstant(row, "finished_at") != null),
                        fileId)
                .stream()
                .findFirst();
    }

    /** Of which of these files the content was erased. */
    public Set<Long> among(Collection<Long> files) {
        return files.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.query(
                        connection -> {
                            var query = connection.prepareStatement(
                                    "select subject from erasure where kind = 'FILE' and subject = any(?)");
                            query.setArray(1, SqlArrays.bigints(connection, files));
                            return query;
                        },
                        (row, i) -> row.getLong(1)));
    }

    /** Keeps a sealed copy from being recorded and erased at once, until the caller's transaction ends. */
    public void lockArchive() {
        jdbc.queryForObject("select id from archive_lock where id = 1 for update", Integer.class);
    }

    /**
     * Answered files that are that old, without those of which a contact is still open unless {@code open}.
     *
     * @return how many there were, at most so many
     */
    public int markFiles(Instant before, boolean open, String rule, Instant now, int most) {
        lockMarks();
        return mark(Kind.FILE, FILES + (open ? "" : " and not" + OPEN), before, rule, now, most);
    }

    public int markQuarantine(Instant before, String rule, Instant now, int most) {
        lockMarks();
        return mark(Kind.QUARANTINE, QUARANTINE, before, rule, now, most);
    }

    /** What {@link #markFiles} would find. */
    public long dueFiles(Instant before, boolean open) {
        return count("select count(*)" + FILES + (open ? "" : " and not" + OPEN), before);
    }

    /** Files that are old enough, but of which a contact is still open. */
    public long waitingFiles(Instant before) {
        return count("select count(*)" + FILES + " and" + OPEN, before);
    }

    public long dueQuarantine(Instant before) {
        return count("select count(*)" + QUARANTINE, before);
    }

    /** What is marked and not known to be gone, the oldest first. */
    public List<Erasure> pending(int most) {
        return jdbc.query(
                "select * from erasure where finished_at is null order by id limit ?", ErasureLedger::erasure, most);
    }

    /** All that is gone, by number. */
    public List<Erasure> finished(Kind kind, long after, int most) {
        return jdbc.query(
                "select * from erasure where finished_at is not null and kind = ? and id > ? order by id limit ?",
                ErasureLedger::erasure,
                kind.name(),
                after,
                most);
    }

    public void finish(Collection<Long> ids, Instant at) {
        jdbc.update(connection -> {
            var update = connection.prepareStatement("update erasure set finished_at = ? where id = any(?)");
            update.setObject(1, Rows.time(at));
            update.setArray(2, SqlArrays.bigints(connection, ids));
            return update;
        });
    }

    /** Has the content of these erased again. */
    public void reopen(Collection<Long> ids) {
        jdbc.update(connection -> {
            var update = connection.prepareStatement("update erasure set finished_at = null where id = any(?)");
            update.setArray(1, SqlArrays.bigints(connection, ids));
            return update;
        });
    }

    /**
     * Marks again what was erased before a backup was restored.
     *
     * @return whether it was there, and not marked
     */
    public boolean markAgain(Erasure erasure) {
        Kind kind = erasure.kind();
        return jdbc.update(
                        "insert into erasure (kind, subject, digest, received_at, at, rule)"
                                + " select cast(? as varchar), s.id, s.digest, s." + kind.received
                                + ", cast(? as timestamp with time zone), cast(? as varchar) from " + kind.table
                                + " s where s.id = ? and s.digest = ? and s." + kind.received + " = ? and not exists"
                                + " (select 1 from erasure e where e.kind = ? and e.subject = s.id)",
                        kind.name(),
                        Rows.time(erasure.at()),
                        erasure.rule(),
                        erasure.subject(),
                        erasure.digest(),
                        Rows.time(erasure.receivedAt()),
                        kind.name())
                > 0;
    }

    /** Whether the erasure of this number has this digest; false if there is none. */
    public boolean knows(long id, String digest) {
        return jdbc.queryForList("select digest from erasure where id = ?", String.class, id)
                .contains(digest);
    }

    /** The highest number of an erasure; 0 if there is none. */
    public long last() {
        Long last = jdbc.queryForObject("select max(id) from erasure", Long.class);
        return last == null ? 0 : last;
    }

    /**
     * Which of these digests a file still needs that is not erased.
     *
     * @param upTo the last file that was looked at: later ones are asked for by {@link #heldAfter}
     */
    public record Held(Set<String> digests, long upTo) {}

    /** Goes through all files: only for many digests at once. */
    public Held held(Set<String> digests) {
        Set<String> held = new HashSet<>();
        long[] last = {0};
        long from;
        do {
            from = last[0];
            jdbc.query(
                    "select f.id, f.digest, (select e.id from erasure e where e.kind = 'FILE' and e.subject = f.id) as erasure"
                            + " from inbound_file f where f.id > ? order by f.id limit " + PAGE,
                    row -> {
                        last[0] = row.getLong("id");
                        if (row.getObject("erasure") == null && digests.contains(row.getString("digest"))) {
                            held.add(row.getString("digest"));
                        }
                    },
                    from);
        } while (last[0] > from);
        return new Held(held, last[0]);
    }

    /** Digests of the files that came after this one. */
    public Set<String> heldAfter(long file) {
        return new HashSet<>(jdbc.queryForList("select digest from inbound_file where id > ?", String.class, file));
    }

    /** Two that decide at once would mark the same twice. */
    public void lockMarks() {
        jdbc.queryForObject("select id from archive_lock where id = 2 for update", Integer.class);
    }

    private int mark(Kind kind, String due, Instant before, String rule, Instant now, int most) {
        return jdbc.update(
                "insert into erasure (kind, subject, digest, received_at, at, rule) select cast(? as varchar), f.id,"
                        + " f.digest, f." + kind.received + ", cast(? as timestamp with time zone), cast(? as varchar)"
                        + due + " order by f.id limit ?",
                kind.name(),
                Rows.time(now),
                rule,
                Rows.time(before),
                most);
    }

    private long count(String sql, Instant before) {
        Long count = jdbc.queryForObject(sql, Long.class, Rows.time(before));
        return count == null ? 0 : count;
    }

    private static Erasure erasure(ResultSet row, int i) throws SQLException {
        return new Erasure(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("subject"),
                row.getString("digest"),
                Rows.instant(row, "received_at"),
                Rows.instant(row, "at"),
                row.getString("rule"));
    }
}
