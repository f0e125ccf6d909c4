package bcl.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Batched prepared inserts. */
final class BatchedRows implements RowWriter, AutoCloseable {
    private static final int BATCH = 1000;

    private final PreparedStatement statement;
    private int column;
    private int rows;

    BatchedRows(Connection connection, BulkTable table) throws SQLException {
        this.statement = connection.prepareStatement(table.insert());
    }

    @Override
    public RowWriter bigint(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++column, Types.BIGINT);
        } else {
            statement.setLong(++column, value);
        }
        return this;
    }

    @Override
    public RowWriter integer(int value) throws SQLException {
        statement.setInt(++column, value);
        return this;
    }

    @Override
    public RowWriter text(@Nullable String value) throws SQLException {
        statement.setString(++column, value);
        return this;
    }

    @Override
    public RowWriter bytes(byte[] value) throws SQLException {
        statement.setBytes(++column, value);
        return this;
    }

    @Override
    public RowWriter instant(Instant value) throws SQLException {
        statement.setObject(++column, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return this;
    }

    @Override
    public void endRow() throws SQLException {
        statement.addBatch();
        column = 0;
        if (++rows % BATCH == 0) {
            statement.executeBatch();
        }
    }

    void finish() throws SQLException {
        if (rows % BATCH != 0) {
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
