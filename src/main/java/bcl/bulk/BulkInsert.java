package bcl.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Writes many rows of one table on the connection of the running transaction. Thread-safe; each call needs a transaction of
 * its own thread. A row that the database refuses fails the call, and with it the transaction.
 */
public final class BulkInsert {
    private static final String COPY_LIMIT = "'60s'";

    private final DataSource dataSource;

    public BulkInsert(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What writes the rows. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(RowWriter writer) throws SQLException;
    }

    public void insert(BulkTable table, Rows rows) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (connection.isWrapperFor(PGConnection.class)) {
                limit(connection, COPY_LIMIT);
                try (CopyRows copy = new CopyRows(connection.unwrap(PGConnection.class), table)) {
                    rows.writeTo(copy);
                    copy.finish();
                }
                limit(connection, "default");
            } else {
                try (BatchedRows batch = new BatchedRows(connection, table)) {
                    rows.writeTo(batch);
                    batch.finish();
                }
            }
        } catch (SQLException e) {
            throw translated(table, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /**
     * A server waits for the rest of a COPY for ever, and the rows of a process that is frozen within one would keep out the one
     * that takes over. Not beyond it: a commit would be cut short in its wait for a standby.
     */
    private static void limit(Connection connection, String time) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout to " + time);
        }
    }

    /** What Spring has no name for, such as a database that closed itself, has to be told as well. */
    private static DataAccessException translated(BulkTable table, SQLException e) {
        String task = "bulk insert into " + table.name();
        DataAccessException named = new SQLExceptionSubclassTranslator().translate(task, table.insert(), e);
        return named != null ? named : new UncategorizedSQLException(task, table.insert(), e);
    }
}
