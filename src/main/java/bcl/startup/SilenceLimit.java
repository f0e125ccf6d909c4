package bcl.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections with a time of their own in which the server must say something: a short one where silence itself is the answer, none
 * where one statement may rightly take long. Given back, they get that of the pool again. It means nothing to the embedded
 * database, which has no network. Never join a transaction by it: it is another connection.
 */
public final class SilenceLimit extends DelegatingDataSource {
    /** For what asks whether the database is there at all. */
    public static final Duration SHORT = Duration.ofSeconds(5);

    private final int millis;

    /** @param silence zero for no limit */
    public SilenceLimit(DataSource pool, Duration silence) {
        super(pool);
        millis = Math.toIntExact(silence.toMillis());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, millis);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
