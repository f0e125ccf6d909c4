package bcl.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/**
 * The least that PostgreSQL can be asked to do: a bare binary COPY of the very rows that the engine wrote, into the same tables
 * with the same indexes, over two connections, in transactions of as many contacts as the engine's chunks.
 */
final class CopyYardstick {
    static final List<String> TABLES = List.of("contact", "contact_record", "contact_event", "outcome");
    static final int CONTACTS = 5000;

    private CopyYardstick() {}

    /** Takes the rows out of a database that the engine filled, cut by the contact's place in the file. */
    static void export(Connection from, Path folder) throws Exception {
        Files.createDirectories(folder);
        long first = number(from, "select min(first_crn) from inbound_file");
        long file = number(from, "select min(id) from inbound_file where first_crn is not null");
        long groups = number(from, "select max(contacts) from inbound_file");
        long line = 0;
        for (long done = 0; done < groups; done += CONTACTS) {
            String crns = " where crn >= " + (first + done) + " and crn < " + (first + done + CONTACTS);
            long last = number(
                    from,
                    "select coalesce(max(line), 0) from (select line from outcome where file_id = " + file + " and line > "
                            + line + " order by line limit " + CONTACTS + ") chunk");
            for (String table : TABLES) {
                String where = "outcome".equals(table)
                        ? " where file_id = " + file + " and line > " + line + " and line <= " + last
                        : crns;
                write(from, "select * from " + table + where, folder.resolve(done / CONTACTS + "." + table));
            }
            line = last;
        }
    }

    private static void write(Connection from, String select, Path file) throws Exception {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + select + ") to stdout (format binary)", rows);
        Files.write(file, rows.toByteArray());
    }

    private static long number(Connection from, String sql) throws Exception {
        try (var rows = from.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Arguments: URL, folder of the rows, file for the seconds. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        int chunks = (int) Files.list(folder)
                .filter(each -> each.toString().endsWith(".outcome"))
                .count();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        long start = System.nanoTime();
        List<Callable<Void>> halves = new ArrayList<>();
        halves.add(() -> load(arguments[0], folder, 0, chunks / 2));
        halves.add(() -> load(arguments[0], folder, chunks / 2, chunks));
        for (Future<Void> each : threads.invokeAll(halves)) {
            each.get();
        }
        Seconds.write(arguments[2], start);
        threads.shutdown();
    }

    private static Void load(String url, Path folder, int from, int to) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            connection.setAutoCommit(false);
            for (int chunk = from; chunk < to; chunk++) {
                for (String table : TABLES) {
                    byte[] rows = Files.readAllBytes(folder.resolve(chunk + "." + table));
                    var copy = connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + table + " from stdin (format binary)");
                    copy.writeToCopy(rows, 0, rows.length);
                    copy.endCopy();
                }
                connection.commit();
            }
        }
        return null;
    }

    /** What a measurement says of itself. */
    static final class Seconds {
        private Seconds() {}

        static void write(String file, long start) throws IOException {
            Files.writeString(Path.of(file), Double.toString((System.nanoTime() - start) / 1e9));
        }

        static double read(Path file) throws IOException {
            return Double.parseDouble(Files.readString(file));
        }
    }
}
