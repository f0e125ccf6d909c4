package bcl.ledger;

import bcl.wire.FileName;
import bcl.wire.StreamName;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** A new delivery as a row. */
final class NewFileRow {
    private NewFileRow() {}

    static void set(PreparedStatement insert, NewFile file) throws SQLException {
        FileName name = FileName.parse(file.name()).orElse(null);
        StreamName stream = name == null ? null : name.stream();
        insert.setString(1, file.organisation());
        insert.setString(2, file.name());
        insert.setString(3, stream == null ? null : stream.system());
        insert.setString(4, stream == null ? null : stream.environment().name());
        insert.setString(5, stream == null ? null : stream.type());
        insert.setObject(6, name == null ? null : name.number(), Types.INTEGER);
        insert.setString(7, file.digest());
        insert.setLong(8, file.size());
        insert.setObject(9, Rows.time(file.receivedAt()));
    }
}
