package bcl.startup;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The embedded database, opened anew when it has closed itself, as it does at the first write for which its disk has no room. Its
 * sessions call themselves valid then and never work again; and each of them, used or closed later, makes the database forget one
 * that was opened since, whose file nobody else can open as long as it lives (H2 2.4.240, {@code Database.checkPowerOff}). So all
 * old ones are closed before the first new one is opened. Thread-safe.
 */
final class ReopenedDatabase extends DelegatingDataSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReopenedDatabase.class);

    /** Closed, being closed, or kept open by sessions of a database that was forgotten. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121, 90020);
    /** How long whoever still has a session is waited for: it fails at its next statement. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** While the disk stays full it closes itself again at each try to write. */
    private static final Duration TELL_EVERY = Duration.ofMinutes(5);

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(10);

    private volatile HikariDataSource pool;
    private @Nullable Long told;

    ReopenedDatabase(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        HikariDataSource asked = pool;
        try {
            return working(asked);
        } catch (SQLException e) {
            boolean openedSince = pool != asked;
            if (!openedSince && !(isClosed(e) && openAnew(asked))) {
                throw e;
            }
        }
        return working(pool);
    }

    private static Connection working(HikariDataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Whether there is another pool now; not while sessions of the old one are in use, which the next try finds given back. */
    private synchronized boolean openAnew(HikariDataSource closed) {
        if (pool != closed) {
            return true;
        }
        HikariPoolMXBean sessions = closed.getHikariPoolMXBean();
        if (sessions == null || !isIdle(sessions)) {
            return false; // without any it was never open: its opening failed, and says why
        }
        HikariDataSource next = new HikariDataSource(); // opens at the first request, and tries again at the next
        closed.copyStateTo(next);
        closed.close(); // waits until the sessions themselves are closed
        pool = next;
        setTargetDataSource(next);
        tell();
        return true;
    }

    private void tell() {
        Long before = told;
        long now = System.nanoTime();
        if (before == null || now - before > TELL_EVERY.toNanos()) {
            LOG.warn(
                    "The embedded database has closed itself, as it does when its disk is full, and is opened anew each"
                            + " time. Make room: then the work goes on by itself from the last commit");
            told = now;
        }
    }

    private static boolean isIdle(HikariPoolMXBean sessions) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (sessions.getActiveConnections() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK);
        }
        return true;
    }

    private static boolean isClosed(SQLException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof IOException
                    || (each instanceof SQLException database && CLOSED.contains(database.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        pool.close();
    }
}
