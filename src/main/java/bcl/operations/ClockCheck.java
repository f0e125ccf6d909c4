package bcl.operations;

import bcl.night.UkTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the clock goes on from what the ledger remembers: one that is behind would date events before their causes, and the
 * night's window with them.
 */
final class ClockCheck {
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
        last(jdbc).filter(last -> now.plus(TOLERANCE).isBefore(last)).ifPresent(last -> {
            throw new UsageException(
                    "This machine's clock says " + UkTime.readable(now) + ", but the ledger holds an event of "
                            + UkTime.readable(last) + ". Set the clock right; nothing was done");
        });
    }

    private static Optional<Instant> last(JdbcClient jdbc) {
        return jdbc.sql(LAST).query((row, number) -> latest(row)).single();
    }

    private static Optional<Instant> latest(ResultSet row) throws SQLException {
        Instant latest = Instant.MIN;
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            if (at != null && at.toInstant().isAfter(latest)) {
                latest = at.toInstant();
            }
        }
        return Optional.of(latest).filter(found -> !found.equals(Instant.MIN));
    }
}
