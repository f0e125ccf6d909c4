package bcl.ledger;

import bcl.ledger.LeaseAttempt.HeldBy;
import bcl.ledger.LeaseAttempt.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Who runs this home's night (docs/commands.md, "Exit codes"). All times are the database's own, so that clocks of machines need
 * not agree. A lease keeps others away and no more: what a holder that lost it still tries to commit is refused by the attempt
 * of its files. Thread-safe. Call it outside of transactions: there the database's time stands still.
 */
public final class NightLease {
    private static final String NAME = "night";
    private static final String FREE = "";
    private static final String NOW = "current_timestamp";
    private static final String END = NOW + " + cast(? as integer) * interval '1' second / 1000";
    private static final RowMapper<HeldBy> HOLDER = (row, i) -> new HeldBy(
            row.getString("holder"), row.getLong("token"), row.getLong("beat"), Rows.instant(row, "expires_at"));

    private final JdbcTemplate jdbc;
    private final String holder;
    private final Duration length;
    private final Pause pause;

    /**
     * @param holder who asks, unique to this process, not empty: shown to others, such as host and process id
     * @param length how long the lease lasts without a renewal; at most a day
     */
    public NightLease(JdbcTemplate jdbc, String holder, Duration length, Pause pause) {
        if (holder.isEmpty() || holder.length() > 200) {
            throw new IllegalArgumentException("a holder has 1 to 200 characters, not " + holder.length());
        }
        if (length.toMillis() < 1 || length.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a lease lasts from a millisecond to a day, not " + length);
        }
        this.jdbc = jdbc;
        this.holder = holder;
        this.length = length;
        this.pause = pause;
    }

    /** The same lease of the same holder, asked over these connections, such as those of the work that it keeps apart. */
    public NightLease over(JdbcTemplate connections) {
        return new NightLease(connections, holder, length, pause);
    }

    /** How this process is named to others. */
    public String holder() {
        return holder;
    }

    /** Tries once. */
    public LeaseAttempt tryTake() {
        List<HeldBy> rows = rows("");
        if (rows.isEmpty()) {
            return insert() ? new Taken(1) : tryTake();
        }
        HeldBy seen = rows.get(0);
        int taken = jdbc.update(
                "update lease set holder = ?, token = token + 1, beat = 0, expires_at = " + END
                        + " where name = ? and token = ? and (holder = '' or expires_at <= " + NOW + ")",
                holder,
                length.toMillis(),
                NAME,
                seen.token());
        if (taken == 1) {
            return new Taken(seen.token() + 1);
        }
        List<HeldBy> live = rows(" and holder <> '' and expires_at > " + NOW);
        return live.isEmpty() ? tryTake() : live.get(0);
    }

    /**
     * Tries until the lease is ours, or the heartbeat of its holder moves: then the holder lives. Lasts no longer than the lease
     * of a dead holder.
     */
    public LeaseAttempt take() throws InterruptedException {
        Duration poll = length.dividedBy(20).compareTo(Duration.ofMillis(10)) < 0
                ? Duration.ofMillis(10)
                : length.dividedBy(20);
        LeaseAttempt first = tryTake();
        LeaseAttempt now = first;
        while (first instanceof HeldBy before && now instanceof HeldBy after && before.isSameBeatAs(after)) {
            pause.pause(poll);
            now = tryTake();
        }
        return now;
    }

    /** Moves the heartbeat; false if the lease is another's or was released. Renew at least three times within its length. */
    public boolean renew(long token) {
        return jdbc.update(
                        "update lease set beat = beat + 1, expires_at = " + END
                                + " where name = ? and token = ? and holder = ?",
                        length.toMillis(),
                        NAME,
                        token,
                        holder)
                == 1;
    }

    /** Whether the lease is still ours and has not run out. */
    public boolean holds(long token) {
        return current()
                .filter(held -> held.token() == token && held.holder().equals(holder))
                .isPresent();
    }

    /**
     * Whether nobody has taken the lease over, also if it ran out meanwhile. It may be asked within a transaction: then it is true
     * of the moment just before the commit.
     */
    public boolean isOurs(long token) {
        Long rows = jdbc.queryForObject(
                "select count(*) from lease where name = ? and token = ? and holder = ?",
                Long.class,
                NAME,
                token,
                holder);
        return rows != null && rows == 1;
    }

    /** Gives the lease back, so that the next one need not wait; nothing happens if it was lost. */
    public void release(long token) {
        jdbc.update(
                "update lease set holder = ?, expires_at = " + NOW + " where name = ? and token = ? and holder = ?",
                FREE,
                NAME,
                token,
                holder);
    }

    /** Ends a lease that would last longer than any can, since the database's clock was ahead when it was taken; whether it did. */
    public boolean endIfAhead() {
        return jdbc.update(
                        "update lease set holder = ?, expires_at = " + NOW + " where name = ? and expires_at > " + END,
                        FREE,
                        NAME,
                        length.toMillis())
                == 1;
    }

    /** Who has it now; empty if it is free or ran out. */
    public Optional<HeldBy> current() {
        return rows(" and holder <> '' and expires_at > " + NOW).stream().findFirst();
    }

    private List<HeldBy> rows(String condition) {
        return jdbc.query("select * from lease where name = ?" + condition, HOLDER, NAME);
    }

    private boolean insert() {
        try {
            jdbc.update(
                    "insert into lease (name, holder, token, beat, expires_at) values (?, ?, 1, 0, " + END + ")",
                    NAME,
                    holder,
                    length.toMillis());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
