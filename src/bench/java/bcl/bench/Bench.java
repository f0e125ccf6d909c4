package bcl.bench;

import bcl.generate.Generator;
import bcl.generate.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** {@code ./run.sh bench [--quick] [--profile] [--rounds N]}: engine and yardsticks in turn, a fresh JVM for each measurement. */
public final class Bench {
    private static final String PREPARED = "prepared";
    private static final String SMALL = "small";
    private static final String COPY = "COPY";
    private static final String ENGINE = "engine, one large file";
    private static final String ENGINE_SMALL = "engine, small files";
    private static final String LOOP = "bare loop of files";
    private static final String EMBEDDED = "engine, one large file, H2";
    private static final String INSERTS = "batched inserts, H2";

    private final Server server;
    private final Fork fork;
    private final Path work;
    private final Sizes sizes;
    private final Table table = new Table();
    private Path large = Path.of("");

    /** How much is measured. */
    private record Sizes(long contacts, long points, int files, int rounds) {
        static Sizes of(List<String> options) {
            boolean quick = options.contains("--quick");
            int at = options.indexOf("--rounds");
            int rounds = at < 0 ? (quick ? 3 : 5) : Integer.parseInt(options.get(at + 1));
            return quick ? new Sizes(100_000, 500_000, 500, rounds) : new Sizes(1_000_000, 5_000_000, 5_000, rounds);
        }
    }

    private Bench(Server server, Path folder, List<String> options) {
        this.server = server;
        this.work = folder.resolve("work");
        this.fork = new Fork(folder.resolve("bench.log"), options.contains("--profile"));
        this.sizes = Sizes.of(options);
    }

    /** The options of the command; the figures go to {@code target/bench}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/bench").toAbsolutePath());
        try (Server server = new Server()) {
            Bench bench = new Bench(server, folder, List.of(arguments));
            String report = bench.run();
            System.out.print(report);
            Path file = folder.resolve("bench-" + Instant.now().getEpochSecond() + ".md");
            Files.writeString(file, report);
            System.out.println("Written to " + file);
        }
        System.exit(0);
    }

    private String run() throws Exception {
        Folders.remove(work);
        prepare();
        for (int round = 0; round < sizes.rounds(); round++) {
            System.err.println("Round " + (round + 1) + " of " + sizes.rounds());
            engine();
            if (round == 0) {
                try (Connection filled = server.connect("run")) {
                    CopyYardstick.export(filled, work.resolve("rows"));
                }
            }
            measure(COPY, PREPARED, "bcl.bench.CopyYardstick", server.url("run"), work.resolve("rows").toString());
            measure("competent Spring Batch", "peers", "bcl.bench.PeerJob", "competent", large.toString());
            measure("stock Spring Batch", "peers", "bcl.bench.PeerJob", "stock", large.toString());
            measure("plain read", PREPARED, "bcl.bench.PlainRead", large.toString());
            smallFiles();
            embedded();
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        List.of(ENGINE, "competent Spring Batch", "stock Spring Batch", "plain read").forEach(each -> pairs.put(each, COPY));
        pairs.put(ENGINE_SMALL, LOOP);
        pairs.put(EMBEDDED, INSERTS);
        return "# Benchmark\n\n" + sizes + "\n\n" + Table.machine() + "\n" + table.text(pairs);
    }

    /** Data, a database with the snapshot loaded for the engine, and one with a table of meter points for the peers. */
    private void prepare() throws Exception {
        Instant old = Instant.now().minus(Duration.ofHours(2));
        Generator.generate(recipe(sizes.contacts(), 1, 1), work.resolve("large"), old);
        Generator.generate(recipe(20, sizes.files(), 10), work.resolve("few"), old);
        try (var files = Files.list(work.resolve("large/sftp/S00/inbound"))) {
            Path file = files.findFirst().orElseThrow();
            large = Files.move(file, work.resolve(String.valueOf(file.getFileName())));
        }
        Files.move(work.resolve("few/sftp"), work.resolve("sent"));
        for (String each : List.of(PREPARED, SMALL)) {
            server.copy(each, "template0");
            night(work.resolve(each.equals(PREPARED) ? "large" : "few"), each);
        }
        Folders.copy(work.resolve("large"), work.resolve("embedded"));
        embeddedNight(work.resolve("embedded"));
        server.copy("peers", PREPARED);
        try (Connection connection = server.connect("peers");
                var snapshot = Files.newInputStream(work.resolve("large/reference/meter-points-20250106.csv"))) {
            connection
                    .createStatement()
                    .execute("create table meter_point (mprn bigint primary key, shipper text, network text, status text,"
                            + " class integer, market_sector text, aq_kwh bigint, meter_serial text)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy meter_point from stdin (format csv, header)", snapshot);
            connection.createStatement().execute("analyze meter_point");
        }
    }

    private Recipe recipe(long contacts, int files, int organisations) {
        return new Recipe(1, contacts, sizes.points(), files, organisations, 0.1, 0, List.of(), Recipe.DATE);
    }

    private void engine() throws Exception {
        Path home = work.resolve("home");
        Folders.copy(work.resolve("large"), home);
        Files.copy(
                large,
                home.resolve("sftp/S00/inbound").resolve(large.getFileName()),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        server.copy("run", PREPARED);
        timedNight(ENGINE, home);
    }

    private void smallFiles() throws Exception {
        Path home = work.resolve("home");
        Folders.copy(work.resolve("few"), home);
        Folders.copy(work.resolve("sent"), home.resolve("sftp"));
        server.copy("run", SMALL);
        timedNight(ENGINE_SMALL, home);
        Folders.remove(work.resolve("loop"));
        Folders.copy(work.resolve("sent"), work.resolve("to-take"));
        measure(
                LOOP,
                SMALL,
                "bcl.bench.FileLoop",
                work.resolve("to-take").toString(),
                work.resolve("loop").toString());
    }

    /** The same large file on the embedded database, beside batched inserts of the rows that came of it. */
    private void embedded() throws Exception {
        Path home = work.resolve("home");
        Folders.copy(work.resolve("embedded"), home);
        Files.createDirectories(home.resolve("sftp/S00/inbound"));
        Files.copy(
                large,
                home.resolve("sftp/S00/inbound").resolve(large.getFileName()),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        double java = embeddedNight(home);
        table.add(EMBEDDED, new Table.Run(EmbeddedYardstick.seconds(home), java, 0));
        Folders.copy(work.resolve("embedded"), work.resolve("filled"));
        measure(
                INSERTS,
                PREPARED,
                "bcl.bench.EmbeddedYardstick",
                home.toString(),
                work.resolve("filled").toString());
    }

    private double embeddedNight(Path home) throws IOException, InterruptedException {
        return fork.run("bcl.Main", Map.of(), "night", "--home", home.toString(), "--override-window", "benchmark");
    }

    /** From the file taken, or for many files from the start of the run, to the last answer published, as the ledger has it. */
    private void timedNight(String what, Path home) throws Exception {
        double before = server.cpu();
        double java = night(home, "run");
        double postgres = server.cpu() - before;
        // Of many files most were sealed before the first was recorded as received.
        String from = what.equals(ENGINE_SMALL) ? "max(started_at) from run" : "min(received_at) from inbound_file";
        double seconds = server.number(
                "run",
                "select extract(epoch from (select max(published_at) from answer) - (select " + from + "))");
        table.add(what, new Table.Run(seconds, java, postgres));
    }

    private double night(Path home, String database) throws IOException, InterruptedException {
        return fork.run(
                "bcl.Main",
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        server.url(database),
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres",
                        "SPRING_DATASOURCE_PASSWORD",
                        "postgres"),
                "night",
                "--home",
                home.toString(),
                "--override-window",
                "benchmark");
    }

    /** Runs a yardstick on a fresh copy of a database; it gets the file for its seconds as its last argument. */
    private void measure(String what, String template, String main, String... arguments) throws Exception {
        server.copy("run", template);
        Path seconds = work.resolve("seconds");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(seconds.toString());
        double before = server.cpu();
        double java = fork.run(main, Map.of("BENCH_URL", server.url("run")), all.toArray(String[]::new));
        table.add(what, new Table.Run(CopyYardstick.Seconds.read(seconds), java, server.cpu() - before));
    }
}
