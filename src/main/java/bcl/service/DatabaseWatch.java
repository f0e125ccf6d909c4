package bcl.service;

import bcl.jobs.Stores;
import bcl.ledger.Notice;
import bcl.night.UkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks every few seconds whether the database answers, so that whoever asks for health learns at once, in one place of the log, when
 * it went away and when it came back. Looks belong to one thread; the answer is for all.
 */
final class DatabaseWatch {
    /** The kind of notice that tells it afterwards. */
    static final String AWAY = "DATABASE_AWAY";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final JdbcTemplate quick;
    private final Stores stores;
    private volatile @Nullable Instant awaySince;

    /** @param quick connections on which silence soon counts as an answer */
    DatabaseWatch(JdbcTemplate quick, Stores stores) {
        this.quick = quick;
        this.stores = stores;
    }

    /** Since when it does not answer; empty if it does. */
    Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    void look() {
        Instant asked = stores.clock().now();
        try {
            // A table, since a server can be there without our database.
            quick.queryForObject("select count(*) from lease", Long.class);
        } catch (DataAccessException e) {
            wentAway(asked, e);
            return;
        }
        Instant since = awaySince;
        if (since != null) {
            cameBack(since);
        }
    }

    private void wentAway(Instant asked, DataAccessException e) {
        if (awaySince == null) {
            awaySince = asked;
            LOG.error(
                    "The database does not answer ({}). Files wait where they are, nothing is held, what was"
                            + " committed stands; it is asked again until it is back",
                    e.getClass().getSimpleName());
        }
    }

    private void cameBack(Instant since) {
        Instant now = stores.clock().now();
        Duration away = Duration.between(since, now);
        stores.operators()
                .notice(new Notice(
                        now,
                        AWAY,
                        null,
                        "database",
                        "The database did not answer from " + UkTime.readable(since) + " to " + UkTime.readable(now)
                                + "; the work goes on from the last commit"));
        awaySince = null;
        LOG.info("The database answers again, after {} s; the work goes on from the last commit", away.toSeconds());
    }
}
