package bcl.bench;

import bcl.generate.Generator;
import bcl.generate.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What every measurement needs: a server, data, fresh processes, and a table for the figures. */
final class Lab {
    /** Where the engine works; made anew for each run. */
    static final String RUN = "run";

    /** Where the rows are that the engine wrote. */
    private static final String ROWS = "rows";

    private static final String SNAPSHOT = "a snapshot of %,d meter points, first read to ready for use";

    private final Server server;
    private final Fork fork;
    private final Path work;
    private final Table table = new Table();

    Lab(Server server, Fork fork, Path work) {
        this.server = server;
        this.fork = fork;
        this.work = work;
    }

    Server server() {
        return server;
    }

    Path work() {
        return work;
    }

    Table table() {
        return table;
    }

    /**
     * A home with its reference data loaded into a database of the same name, and what was to be sent kept aside. How long the night
     * took that loads them is a row of the table.
     */
    void prepare(String name, Recipe recipe) throws Exception {
        Path home = work.resolve(name);
        Generator.generate(recipe, home, Instant.now().minus(Duration.ofHours(2)));
        Files.move(home.resolve("sftp"), sent(name));
        server.copy(name, "template0");
        double before = server.cpu();
        Used java = night(home, name);
        double postgres = server.cpu() - before;
        double seconds = server.number(
                name, "select extract(epoch from (select max(ended_at) from run) - (select max(started_at) from run))");
        table.add(String.format(Locale.ROOT, SNAPSHOT, recipe.meterPoints()), new Table.Run(seconds, java, postgres));
    }

    /** The folders of senders with what is to be sent. */
    Path sent(String name) {
        return work.resolve(name + "-sent");
    }

    /** The one file of a set of one file. */
    Path onlyFile(String name) throws IOException {
        try (var files = Files.walk(sent(name))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    /** The same reference data in a home with an embedded database. */
    void prepareEmbedded(String name, String prepared) throws Exception {
        Path home = work.resolve(name);
        Folders.copy(work.resolve(prepared), home);
        Folders.remove(home.resolve("snapshots"));
        fork.engine(Map.of(), "night", "--home", home.toString(), "--override-window", "benchmark");
    }

    /** One night from the first file taken to the last answer published, as the ledger has it. */
    void engine(String what, String prepared) throws Exception {
        engine(what, prepared, prepared, "min(received_at) from inbound_file");
    }

    /** One night from its start, since of many files most are sealed before the first is recorded as received. */
    void engineForMany(String what, String prepared, String database) throws Exception {
        engine(what, prepared, database, "max(started_at) from run");
    }

    /** What no engine can do without for the same files. */
    void loop(String what, String prepared) throws Exception {
        Path loop = work.resolve("loop");
        Folders.remove(loop);
        // The loop deletes what it takes.
        Path taken = work.resolve("to-take");
        Folders.copy(sent(prepared), taken);
        yardstick(what, prepared, "bcl.bench.FileLoop", taken, loop);
    }

    /** One night on the embedded database; its home stays, and is given. */
    Path engineEmbedded(String what, String embedded, String prepared) throws Exception {
        Path home = home(embedded, prepared);
        Used java = fork.engine(Map.of(), "night", "--home", home.toString(), "--override-window", "benchmark");
        table.add(what, new Table.Run(EmbeddedYardstick.seconds(home), java, 0));
        return home;
    }

    /** A fresh home, as it was prepared, with what is sent. */
    Path home(String reference, String prepared) throws IOException {
        Path home = work.resolve("home");
        Folders.copy(work.resolve(reference), home);
        Folders.copy(sent(prepared), home.resolve("sftp"));
        return home;
    }

    private void engine(String what, String prepared, String database, String from) throws Exception {
        Path home = home(prepared, prepared);
        server.copy(RUN, database);
        double before = server.cpu();
        Used java = night(home, RUN);
        double postgres = server.cpu() - before;
        double seconds = server.number(
                RUN,
                "select extract(epoch from (select max(published_at) from answer) - (select " + from + "))");
        table.add(what, new Table.Run(seconds, java, postgres));
        Folders.remove(home);
    }

    private Used night(Path home, String database) throws IOException, InterruptedException {
        return fork.engine(on(database), "night", "--home", home.toString(), "--override-window", "benchmark");
    }

    /** A service on a home and a database for one run. */
    Service serve(Path home) throws IOException, InterruptedException {
        return Service.start(fork, on(RUN), home);
    }

    private Map<String, String> on(String database) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                server.url(database),
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_DATASOURCE_PASSWORD",
                "postgres");
    }

    /** Takes the rows that the last run of the engine wrote, for {@link #copy}. */
    void takeRows() throws Exception {
        Path rows = work.resolve(ROWS);
        Folders.remove(rows);
        try (var filled = server.connect(RUN)) {
            CopyYardstick.export(filled, rows);
        }
    }

    /** A bare COPY of the rows that were taken last. */
    void copy(String what, String template) throws Exception {
        yardstick(what, template, "bcl.bench.CopyYardstick", server.url(RUN), work.resolve(ROWS));
    }

    /** How many rows of each table the last run wrote. */
    Map<String, Double> counts() throws SQLException {
        Map<String, Double> counts = new TreeMap<>();
        for (String table : CopyYardstick.TABLES) {
            counts.put(table, server.number(RUN, "select count(*) from " + table));
        }
        return counts;
    }

    /** A yardstick that did something else than the engine would be none. */
    void requireSameRows(String what, Map<String, Double> engine) throws SQLException {
        Map<String, Double> rows = counts();
        if (!rows.equals(engine)) {
            throw new IllegalStateException(what + " wrote " + rows + " rows, the engine " + engine);
        }
    }

    /** Runs a yardstick on a fresh copy of a database; it gets the file for its seconds as its last argument. */
    void yardstick(String what, String template, String main, Object... arguments) throws Exception {
        server.copy(RUN, template);
        Path seconds = work.resolve("seconds");
        List<String> all = new ArrayList<>();
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        all.add(seconds.toString());
        double before = server.cpu();
        Used java = fork.yardstick(main, Map.of("BENCH_URL", server.url(RUN)), all.toArray(String[]::new));
        table.add(what, new Table.Run(CopyYardstick.Seconds.read(seconds), java, server.cpu() - before));
    }
}
