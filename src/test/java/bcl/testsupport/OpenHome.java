package bcl.testsupport;

import bcl.commandline.CommandTree;
import bcl.commands.Call;
import bcl.commands.Engine;
import bcl.commands.ExitCode;
import bcl.commands.Guarded;
import bcl.commands.HomeRequest;
import bcl.commands.Session;
import bcl.intake.Intake;
import bcl.intake.IntakeLedgers;
import bcl.intake.IntakeSettings;
import bcl.ledger.ClaimLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.OperatorLedger;
import bcl.night.StopRequest;
import bcl.night.UkTime;
import bcl.retention.Retention;
import bcl.retention.Rules;
import bcl.startup.HomeFolders;
import bcl.startup.HomeSettings;
import bcl.startup.SpringEngine;
import bcl.wire.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** A home whose engine stays open, so that commands can be given beside a running night on either database. */
public final class OpenHome implements AutoCloseable {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final EngineHome home;
    private Engine engine;
    private TestDatabase database;

    /** What a command came to. */
    public record Result(ExitCode code, String out, String err) {}

    private OpenHome(EngineHome home, Engine engine, TestDatabase database) {
        this.home = home;
        this.engine = engine;
        this.database = database;
    }

    /** Inside its window. All files are large ones if {@code contactsPerChunk} is not 0. */
    public static OpenHome at(Path root, Databases databases, int contactsPerChunk) throws IOException {
        LocalTime now = UkTime.localTime(Instant.now());
        Map<String, String> window = Map.of(
                "bcl.window.opens", now.minusHours(1).format(MINUTES),
                "bcl.window.closes", now.plusHours(5).format(MINUTES));
        return at(root, databases, contactsPerChunk, window);
    }

    public static OpenHome at(Path root, Databases databases, int contactsPerChunk, Map<String, String> settings)
            throws IOException {
        return at(EngineHome.at(root, databases), contactsPerChunk, settings);
    }

    public static OpenHome at(EngineHome home, int contactsPerChunk, Map<String, String> settings) throws IOException {
        Path root = home.root();
        home.set("bcl.intake.quiet-period", "0s");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            home.set(setting.getKey(), setting.getValue());
        }
        if (contactsPerChunk > 0) {
            home.set("bcl.night.small-file", "0B")
                    .set("bcl.night.contacts-per-chunk", Integer.toString(contactsPerChunk))
                    .set("bcl.night.contacts-per-part", Integer.toString(contactsPerChunk * 10));
        }
        Path reference = Files.createDirectories(root.resolve("reference"));
        Files.writeString(
                reference.resolve("organisations.csv"),
                "short_code,organisation_id,name,role,bulk\nAAA,1,First,S,Y\nBBB,2,Second,S,Y\n");
        Files.writeString(
                reference.resolve("meter-points-20261120.csv"),
                "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n"
                        + "1000000109,AAA,GGG,LI,4,D,12000,\n");
        Home paths = new Home(root);
        bcl.intake.HomeFolders.prepare(paths);
        HomeFolders.database(paths);
        Engine engine = SpringEngine.open(HomeSettings.load(paths));
        return new OpenHome(home, engine, home.database());
    }

    /** Ends the engine and starts another, with these settings beside the ones that it had. */
    public void restart(Map<String, String> settings) throws IOException {
        database.close();
        engine.close();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            home.set(setting.getKey(), setting.getValue());
        }
        engine = SpringEngine.open(HomeSettings.load(new Home(root())));
        database = home.database();
    }

    public Path root() {
        return home.root();
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(database.dataSource());
    }

    public Result give(String... command) {
        return give(new StopRequest(), command);
    }

    public Result give(StopRequest stop, String... command) {
        return give(stop, new ByteArrayOutputStream(), command);
    }

    public Result give(StopRequest stop, ByteArrayOutputStream err, String... command) {
        return give(stop, err, false, command);
    }

    /** By somebody who sits before a terminal. */
    public Result giveOnTerminal(String... command) {
        return give(new StopRequest(), new ByteArrayOutputStream(), true, command);
    }

    private Result give(StopRequest stop, ByteArrayOutputStream err, boolean terminal, String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(1, List.of("--home", root().toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Session session = new Session(stream(out), stream(err), root(), terminal, stop);
        ExitCode code = Guarded.run(
                session,
                () -> engine.handle((HomeRequest) CommandTree.read(new Call(line, root(), terminal)), session));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public Result night() {
        return give("night", "--override-window", "test");
    }

    /** A file of enquiries about files, which need no meter point; each reference is used once. */
    public void send(String name, int contacts, String references) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= contacts; i++) {
            lines.append(
                    "L01,%s-%d,FLE,,,,,Ann Other,01234567890,,\nL11,AAA01.PN000001.BCL,\n".formatted(references, i));
        }
        String organisation = name.substring(0, 3);
        String text = "A00,%d,%s,20261120,120000,%d\n%sZ99,%d\n"
                .formatted(
                        "AAA".equals(organisation) ? 1 : 2,
                        name.substring(name.length() - 3),
                        Integer.parseInt(name.substring(8, 14)),
                        lines,
                        2 * contacts);
        Path inbound = Files.createDirectories(new Home(root()).inbound(organisation));
        Path file = Files.writeString(inbound.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
    }

    /** Takes complete files in without deciding them. */
    public void takeIn() throws InterruptedException {
        JdbcTemplate jdbc = jdbc();
        IntakeLedgers ledgers = new IntakeLedgers(
                new FileLedger(jdbc), new OperatorLedger(jdbc), new ClaimLedger(jdbc), database.transactions());
        IntakeSettings settings = IntakeSettings.of(Duration.ZERO, Duration.ofHours(1));
        new Intake(new Home(root()), ledgers, shortCode -> true, settings, Instant::now).takeAll();
    }

    /** As the rule for content that is older than a year does it in two years. */
    public void eraseAfterTwoYears() throws IOException {
        new Retention(
                        new Home(root()),
                        jdbc(),
                        database.transactions(),
                        () -> Instant.now().plus(Duration.ofDays(730)))
                .erase(Rules.all(Period.ofYears(1), true), () -> true);
    }

    public FileLedger files() {
        return new FileLedger(jdbc());
    }

    public LedgerFile file(String name) {
        List<LedgerFile> named = files().byName(name);
        if (named.isEmpty()) {
            throw new AssertionError("no file " + name);
        }
        return named.get(named.size() - 1);
    }

    public FileState state(String name) {
        return file(name).state();
    }

    public long count(String sql) {
        Long count = jdbc().queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    /** Waits, without an end of its own: the test's time limit ends it. */
    public static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    public String answer(String organisation, String name) throws IOException {
        return Files.readString(new Home(root()).outbound(organisation).resolve(name));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        database.close();
        engine.close();
        home.close();
    }
}
