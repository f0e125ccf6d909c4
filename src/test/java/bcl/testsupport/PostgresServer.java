package bcl.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of one test class that can be killed, started again on the same data and port, and frozen. What it does is
 * done by signals to real processes. Closing it ends it for good.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedPostgres server;
    private final Path data;
    private int databases;

    private PostgresServer(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Starts it on an empty folder, with the settings that the engine asks for. */
    public static PostgresServer start(Path data) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        return new PostgresServer(server, data);
    }

    /**
     * A home on a new, empty database of this server.
     *
     * @param options for the end of the URL, such as {@code &socketTimeout=5}
     */
    public EngineHome home(Path root, String options) throws Exception {
        String name = "home" + ++databases;
        execute("create database " + name);
        return EngineHome.on(root, server.getJdbcUrl("postgres", name) + options);
    }

    /** SIGKILL to the server, as when its machine is lost: nothing is flushed, every connection breaks. */
    public void kill() throws Exception {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        until("the server's processes to end", () -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts the killed one again: the same data, the same port. */
    public void startAgain() throws Exception {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        }
        String options = Files.readString(data.resolve("postmaster.opts")).strip();
        line.add(options.substring(0, options.indexOf(' ')));
        Matcher words = QUOTED.matcher(options);
        while (words.find()) {
            line.add(words.group(1));
        }
        new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("again.log").toFile())
                .start();
        until("the server to answer", this::answers);
    }

    /** SIGSTOP to all its processes: it is there and says nothing. New connections are taken by the system alone. */
    public void freeze() throws Exception {
        signal("STOP");
    }

    /** SIGCONT. */
    public void thaw() throws Exception {
        signal("CONT");
    }

    /** To the postmaster first: a frozen one makes no more children. */
    private void signal(String name) throws Exception {
        ProcessHandle postmaster = family().get(0);
        send(name, postmaster);
        for (ProcessHandle child : postmaster.descendants().toList()) {
            send(name, child);
        }
    }

    /** The child of a connection that was closed just now may end before the signal comes. */
    private static void send(String name, ProcessHandle process) throws Exception {
        List<String> line = List.of("kill", "-" + name, Long.toString(process.pid()));
        if (new ProcessBuilder(line).start().waitFor() != 0 && process.isAlive()) {
            throw new IllegalStateException("could not signal " + line);
        }
    }

    /** The postmaster and its children. */
    private List<ProcessHandle> family() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        return ProcessHandle.of(pid).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
    }

    private boolean answers() {
        try {
            execute("select 1");
            return true;
        } catch (SQLException e) {
            return false; // it is starting up
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        // A test that failed may have left it frozen: the next one must fail too, and not hang.
                        server.getJdbcUrl("postgres", "postgres") + "&socketTimeout=60", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void until(String what, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() throws Exception {
        if (family().isEmpty()) {
            startAgain(); // a test ended while it was down; its owner stops it in order
        }
        thaw();
        server.close();
    }
}
