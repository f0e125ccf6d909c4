package bcl.shift;

import bcl.commands.UsageException;
import bcl.night.UkTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the clock goes on from what the ledger remembers: one that is behind would date events before their causes, and the
 * night's window with them.
 */
public final class ClockCheck {
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    /** The last row of each history, by its key: a maximum over the times would read whole tables at every start. */
    private static final String LAST = """
            select
              (select at from operator_action order by id desc limit 1),
              (select at from notice order by id desc limit 1),
              (select at from reference_load order by id desc limit 1),
              (select started_at from run order by id desc limit 1),
              (select ended_at from run order by id desc limit 1),
              (select received_at from inbound_file order by id desc limit 1),
              (select decided_at from inbound_file order by id desc limit 1),
              (select created_at from answer order by file_id desc limit 1),
              (select at from contact_event order by crn desc, sequence desc limit 1)
            """;

    private ClockCheck() {}

    /** @throws UsageException if {@code now} is more than 60 s before the last event */
    static void check(JdbcClient jdbc, Instant now) {
        later(jdbc, now.plus(TOLERANCE)).stream().max(Comparator.naturalOrder()).ifPresent(last -> {
            throw new UsageException("This machine's clock says " + UkTime.readable(now)
                    + ", but the ledger holds an event of "
                    + UkTime.readable(last) + ". Set the clock right; nothing was done. If it is right now and was "
                    + "ahead then, say so with accept-clock");
        });
    }

    /** The last event of each history, if it is later than this and does not come from a clock that is known to have been wrong. */
    public static Set<Instant> later(JdbcClient jdbc, Instant time) {
        Set<Instant> later =
                new HashSet<>(jdbc.sql(LAST).query((row, number) -> times(row)).single());
        later.removeIf(at -> !at.isAfter(time));
        if (!later.isEmpty()) {
            jdbc.sql("select at from disowned_time")
                    .query(OffsetDateTime.class)
                    .list()
                    .forEach(at -> later.remove(at.toInstant()));
        }
        return later;
    }

    /** These times count no more. */
    public static void disown(JdbcClient jdbc, Set<Instant> times, Instant now) {
        for (Instant time : times) {
            jdbc.sql("insert into disowned_time (at, disowned_at) values (?, ?)")
                    .param(time.atOffset(ZoneOffset.UTC))
                    .param(now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static Set<Instant> times(ResultSet row) throws SQLException {
        Set<Instant> times = new HashSet<>();
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            if (at != null) {
                times.add(at.toInstant());
            }
        }
        return times;
    }
}
