package bcl.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a careful user of H2 would write: batched prepared inserts of the very rows that the engine wrote, into the same tables of a
 * file with the engine's own settings, in transactions of as many contacts as the engine's chunks. Reading the rows is not timed.
 */
final class EmbeddedYardstick {
    private static final int BATCH = 1000;

    private EmbeddedYardstick() {}

    /** As the engine opens the database of a home. */
    static Connection open(Path home) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + home.resolve("db/bcl") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0",
                "sa",
                "");
        connection.setAutoCommit(false);
        return connection;
    }

    /** From the file taken to its answer published, as the ledger has it. */
    static double seconds(Path home) throws SQLException {
        try (Connection ledger = open(home);
                ResultSet row = ledger.createStatement()
                        .executeQuery("select (select min(received_at) from inbound_file),"
                                + " (select max(published_at) from answer)")) {
            row.next();
            Duration took = Duration.between(
                    row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class));
            return took.toNanos() / 1e9;
        }
    }

    /** Arguments: home that the engine filled, home to fill, file for the seconds. */
    public static void main(String[] arguments) throws Exception {
        long nanos = 0;
        try (Connection from = open(Path.of(arguments[0]));
                Connection to = open(Path.of(arguments[1]))) {
            long contacts = number(from, "select max(contacts) from inbound_file");
            long first = number(from, "select min(first_crn) from inbound_file");
            long line = 0;
            for (long done = 0; done < contacts; done += CopyYardstick.CONTACTS) {
                long next = first + done;
                String crns = " where crn >= " + next + " and crn < " + (next + CopyYardstick.CONTACTS);
                List<Rows> chunk = new ArrayList<>();
                for (String table : CopyYardstick.TABLES) {
                    boolean outcome = "outcome".equals(table);
                    chunk.add(Rows.read(
                            from,
                            table,
                            outcome
                                    ? " where line > " + line + " order by file_id, line limit " + CopyYardstick.CONTACTS
                                    : crns));
                }
                line = chunk.get(chunk.size() - 1).last("line", line);
                long start = System.nanoTime();
                for (Rows rows : chunk) {
                    rows.insert(to);
                }
                to.commit();
                nanos += System.nanoTime() - start;
            }
        }
        CopyYardstick.Seconds.write(arguments[2], System.nanoTime() - nanos);
    }

    private static long number(Connection from, String sql) throws SQLException {
        try (ResultSet row = from.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Rows of one table, as the driver gives them. */
    private record Rows(String table, List<String> columns, List<Object[]> values) {
        static Rows read(Connection from, String table, String which) throws SQLException {
            List<String> columns = new ArrayList<>();
            List<Object[]> values = new ArrayList<>();
            try (ResultSet row = from.createStatement().executeQuery("select * from " + table + which)) {
                int count = row.getMetaData().getColumnCount();
                for (int i = 1; i <= count; i++) {
                    columns.add(row.getMetaData().getColumnName(i));
                }
                while (row.next()) {
                    Object[] value = new Object[count];
                    for (int i = 0; i < count; i++) {
                        value[i] = row.getObject(i + 1);
                    }
                    values.add(value);
                }
            }
            return new Rows(table, columns, values);
        }

        long last(String column, long otherwise) {
            return values.isEmpty()
                    ? otherwise
                    : ((Number) values.get(values.size() - 1)[columns.indexOf(column)]).longValue();
        }

        void insert(Connection to) throws SQLException {
            String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            try (PreparedStatement insert = to.prepareStatement(
                    "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")")) {
                int rows = 0;
                for (Object[] value : values) {
                    for (int i = 0; i < value.length; i++) {
                        insert.setObject(i + 1, value[i]);
                    }
                    insert.addBatch();
                    if (++rows % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }
}
