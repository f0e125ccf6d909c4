package bcl.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Before the engine does what cannot be taken back, such as removing what a sender sent or giving an answer away, what was committed must
 * survive a power loss. PostgreSQL has waited for the disk at each commit by then. H2 leaves it to the operating system, and
 * waits only when it is asked to (docs/reliability.md, row 46).
 */
public final class Checkpoint {
    private Checkpoint() {}

    /**
     * Waits until all that was committed lies on the disk; not for what is in a transaction now.
     *
     * @throws org.springframework.dao.DataAccessException if that cannot be promised
     */
    public static void sync(JdbcTemplate jdbc) {
        jdbc.execute((ConnectionCallback<Boolean>) Checkpoint::sync);
    }

    private static boolean sync(Connection connection) throws SQLException {
        boolean mustBeAsked = connection.getMetaData().getDatabaseProductName().equals("H2");
        if (mustBeAsked) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
        return mustBeAsked;
    }
}
