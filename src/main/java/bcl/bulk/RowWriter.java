package bcl.bulk;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the values of one row after the other, each column once and in the table's order. For one thread. */
public interface RowWriter {
    RowWriter bigint(@Nullable Long value) throws SQLException;

    RowWriter integer(int value) throws SQLException;

    RowWriter text(@Nullable String value) throws SQLException;

    RowWriter bytes(byte[] value) throws SQLException;

    /** To the microsecond; what is finer is cut. */
    RowWriter instant(Instant value) throws SQLException;

    void endRow() throws SQLException;
}
