package bcl.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Columns of keys as arrays, so that one statement serves many rows. */
final class SqlArrays {
    private SqlArrays() {}

    static Array bigints(Connection connection, Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    static <T> Array texts(Connection connection, Collection<T> rows, Function<T, String> column) throws SQLException {
        return connection.createArrayOf("varchar", rows.stream().map(column).toArray());
    }

    static <T> Array integers(Connection connection, Collection<T> rows, Function<T, Integer> column)
            throws SQLException {
        return connection.createArrayOf("integer", rows.stream().map(column).toArray());
    }
}
