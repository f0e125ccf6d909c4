package bcl.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Writes many rows of one table on the connection of the running transaction. Thread-safe; each call needs a transaction of
 * its own thread. A row that the database refuses fails the call, and with it the transaction.
 */
public final class BulkInsert {
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
                try (CopyRows copy = new CopyRows(connection.unwrap(PGConnection.class), table)) {
                    rows.writeTo(copy);
                    copy.finish();
                }
            } else {
                try (BatchedRows batch = new BatchedRows(connection, table)) {
                    rows.writeTo(batch);
                    batch.finish();
                }
            }
        } catch (SQLException e) {
            throw new SQLExceptionSubclassTranslator().translate("bulk insert into " + table.name(), table.insert(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
