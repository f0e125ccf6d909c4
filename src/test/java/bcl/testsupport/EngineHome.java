package bcl.testsupport;

import bcl.commands.ExitCode;
import bcl.commands.Session;
import bcl.night.StopRequest;
import bcl.startup.Program;
import bcl.startup.SpringEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A home of one test on one of the databases, and the engine's commands on it in this process. Closing it removes its database. */
public final class EngineHome implements AutoCloseable {
    private final Path root;
    private final @Nullable TestDatabase server;

    /** What a command came to. */
    public record Result(ExitCode code, String out, String err) {}

    private EngineHome(Path root, @Nullable TestDatabase server) {
        this.root = root;
        this.server = server;
    }

    /** Settings that lie there already stay; those of the database are added. On H2 there is nothing to add: that is how it ships. */
    public static EngineHome at(Path root, Databases databases) throws IOException {
        Files.createDirectories(root);
        if (databases == Databases.H2) {
            return new EngineHome(root, null);
        }
        return onServer(root, databases.fresh());
    }

    /** On a database of a PostgreSQL server of its own, which stays when the home is closed. */
    static EngineHome on(Path root, String url) throws IOException {
        Files.createDirectories(root);
        return onServer(root, TestDatabase.open(url, "postgres", "postgres", () -> {}));
    }

    private static EngineHome onServer(Path root, TestDatabase server) throws IOException {
        EngineHome home = new EngineHome(root, server);
        return home.set("spring.datasource.url", home.url())
                .set("spring.datasource.username", "postgres")
                .set("spring.datasource.password", "postgres")
                .set("spring.datasource.hikari.minimum-idle", "1");
    }

    /** Adds a setting, by its whole key. */
    public EngineHome set(String key, String value) throws IOException {
        Files.writeString(
                root.resolve("application.yml"),
                "\n%s: \"%s\"\n".formatted(key, value),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return this;
    }

    /** Sets a setting anew. */
    public EngineHome replace(String key, String value) throws IOException {
        Path settings = root.resolve("application.yml");
        if (Files.exists(settings)) {
            List<String> others = Files.readAllLines(settings).stream()
                    .filter(line -> !line.startsWith(key + ":"))
                    .toList();
            Files.write(settings, others);
        }
        return set(key, value);
    }

    public Path root() {
        return root;
    }

    /** One night outside any window. */
    public Result night(StopRequest stop) {
        return run(stop, "night", "--home", root.toString(), "--override-window", "test");
    }

    public Result run(StopRequest stop, String... command) {
        return run(stop, new ByteArrayOutputStream(), command);
    }

    /** @param err shows what is told while the command goes on */
    public Result run(StopRequest stop, ByteArrayOutputStream err, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Session session = new Session(stream(out), stream(err), root, false, stop);
        Program program = new Program(
                SpringEngine::open,
                (request, to) -> {
                    throw new UnsupportedOperationException("no test asks for it");
                },
                () -> {});
        ExitCode code = program.run(List.of(command), session);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The home's database; on H2 no command may run while it is open. To be closed. */
    public TestDatabase database() {
        return TestDatabase.open(url(), server == null ? "sa" : "postgres", server == null ? "" : "postgres", () -> {});
    }

    /** The number that a query gives, beside whatever runs; 0 while its tables are still to be made. */
    public long number(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        url(), server == null ? "sa" : "postgres", server == null ? "" : "postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) {
                return 0;
            }
            throw new IllegalStateException(e);
        }
    }

    private String url() {
        return server == null ? Databases.h2Url(root.resolve("db")) : server.url();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
