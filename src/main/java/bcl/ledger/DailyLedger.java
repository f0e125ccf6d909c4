package bcl.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Acts that are done once a day, by one of all services. Thread-safe; not to be called within a transaction. */
public final class DailyLedger {
    /** Whoever said nothing for so long is dead, or has given up: another begins anew. */
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private final JdbcTemplate jdbc;

    public DailyLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes on the act of a day; false if it is done, or another is at it. */
    public boolean take(String name, LocalDate day, String holder, Instant now) {
        Boolean begun = jdbc
                .query(
                        "select ended_at is null and beat_at < ? from daily_act where name = ? and uk_day = ?",
                        (row, i) -> row.getBoolean(1),
                        Rows.time(now.minus(SILENCE)),
                        name,
                        day)
                .stream()
                .findFirst()
                .orElse(null);
        return begun == null ? begin(name, day, holder, now) : begun && takeOver(name, day, holder, now);
    }

    private boolean begin(String name, LocalDate day, String holder, Instant now) {
        try {
            jdbc.update(
                    "insert into daily_act (name, uk_day, holder, started_at, beat_at) values (?, ?, ?, ?, ?)",
                    name,
                    day,
                    holder,
                    Rows.time(now),
                    Rows.time(now));
            return true;
        } catch (DuplicateKeyException e) {
            return false; // another service was faster
        }
    }

    private boolean takeOver(String name, LocalDate day, String holder, Instant now) {
        return jdbc.update(
                        "update daily_act set holder = ?, started_at = ?, beat_at = ? where name = ? and uk_day = ?"
                                + " and ended_at is null and beat_at < ?",
                        holder,
                        Rows.time(now),
                        Rows.time(now),
                        name,
                        day,
                        Rows.time(now.minus(SILENCE)))
                == 1;
    }

    /** It goes on. */
    public void beat(String name, LocalDate day, String holder, Instant now) {
        jdbc.update(
                "update daily_act set beat_at = ? where name = ? and uk_day = ? and holder = ? and ended_at is null",
                Rows.time(now),
                name,
                day,
                holder);
    }

    /** It was stopped, and begins anew when somebody has time for it. */
    public void giveBack(String name, LocalDate day, String holder) {
        beat(name, day, holder, Instant.EPOCH);
    }

    public void end(DailyAct act, String holder) {
        Instant ended = act.ended();
        jdbc.update(
                "update daily_act set ended_at = ?, figure = ?, detail = ? where name = ? and uk_day = ? and holder = ?",
                ended == null ? null : Rows.time(ended),
                act.figure(),
                act.detail().length() <= 2000 ? act.detail() : act.detail().substring(0, 2000),
                act.name(),
                act.day(),
                holder);
    }

    /** The last one that ended. */
    public Optional<DailyAct> last(String name) {
        return jdbc
                .query(
                        "select * from daily_act where name = ? and ended_at is not null order by uk_day desc limit 1",
                        (row, i) -> new DailyAct(
                                row.getString("name"),
                                row.getObject("uk_day", LocalDate.class),
                                Rows.maybeInstant(row, "ended_at"),
                                row.getObject("figure", Long.class),
                                row.getString("detail")),
                        name)
                .stream()
                .findFirst();
    }
}
