package bcl.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bcl.commands.ExitCode;
import bcl.commands.Session;
import bcl.night.NightClock;
import bcl.night.StopRequest;
import bcl.reports.ValidateFiles;
import bcl.startup.HomeSettings;
import bcl.startup.Program;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Served;
import bcl.testsupport.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Markers go through every path, and everything that the engine says, logs, records and leaves behind is searched for them. */
class PersonalDataTest {
    /** Where personal data belongs: the contacts, and the index that the test puts over them. */
    private static final Set<String> CONTACTS = Set.of("contact", "contact_record");

    /** Below the home: what was sent and answered, and the database, which is searched row by row. */
    private static final List<String> BELONGS = List.of("sftp", "archive", "reference", "db");

    @TempDir
    private Path disk;

    private final List<String> said = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void no_marker_is_said_logged_recorded_or_left_behind_outside_of_contacts_and_answers(Databases databases)
            throws Exception {
        TemporaryFiles temporary = new TemporaryFiles();
        try (ShippedLog log = new ShippedLog();
                EngineHome home = EngineHome.at(disk.resolve("home"), databases)) {
            home.set("bcl.night.small-file", "3KB");
            MarkedFiles.layReference(home.root());
            say(home, ExitCode.DONE, "night", "--override-window", "test");
            refuseByDatabase(home);
            layAll(home.root());

            say(home, ExitCode.FAILED, "night", "--override-window", "test");
            say(home, ExitCode.DONE, "status");
            say(home, ExitCode.DONE, "status", "--json");
            say(home, ExitCode.DONE, "reconcile");
            say(home, ExitCode.DONE, "rerun", "XY301.PN000001.BCL", "--rehearse", "--reason", "test");
            say(
                    home,
                    ExitCode.FAILED,
                    "resolve",
                    number(home, "select min(crn) from contact"),
                    "--status",
                    "ATCA",
                    "--reason",
                    "refuse me");
            say(home, ExitCode.DONE, "verify", answer(home.root()).toString());
            say(home, ExitCode.DONE, "digest");
            validate(home.root());
            serve(home, log);

            assertThat(number(home, "select count(*) from inbound_file where state = 'HELD'"))
                    .isEqualTo("3");
            assertThat(log.text()).contains("Unexpected failure");
            SoftAssertions all = new SoftAssertions();
            all.assertThat(marked(log.text())).as("log").isEmpty();
            all.assertThat(said.stream().filter(MarkedFiles::isMarked))
                    .as("said")
                    .isEmpty();
            all.assertThat(rows(home)).as("recorded").isEmpty();
            all.assertThat(files(home.root())).as("left behind").isEmpty();
            all.assertThat(temporary.marked()).as("temporary files").isEmpty();
            all.assertAll();
        }
    }

    private static void layAll(Path home) throws IOException {
        List<String> right = new ArrayList<>(MarkedFiles.contact("ZQXJKV-1", "ZQXJKV ONCE"));
        right.addAll(MarkedFiles.contact("ZQXJKV-2", "ZQXJKV AGAIN"));
        MarkedFiles.lay(home, "XY1", 701, 1, right);
        MarkedFiles.lay(home, "XY2", 702, 1, MarkedFiles.faulty());
        MarkedFiles.lay(home, "XY3", 703, 1, MarkedFiles.twice(0));
        MarkedFiles.lay(home, "XY4", 704, 1, MarkedFiles.twice(20));
        MarkedFiles.lay(home, "XY5", 705, 1, MarkedFiles.contact("ZQXJKV-NO", "ZQXJKV NO"));
        MarkedFiles.lay(home, "XY2", "XY202.PN000001.BCL", "\"A00\",ZQXJKV,\"ZQXJKV\",ZQXJKV,\"ZQXJKV\",ZQXJKV", right);
        MarkedFiles.layBadReference(home);
    }

    /** What quotes rows in a database's messages: a unique index and check constraints. */
    private static void refuseByDatabase(EngineHome home) {
        try (TestDatabase database = home.database()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            jdbc.execute("create unique index no_twice on contact_record (record_id, fields)");
            jdbc.execute("alter table contact add constraint no_such check (reference <> 'ZQXJKV-NO')");
            jdbc.execute("alter table contact_event add constraint no_reason check (reason <> 'refuse me')");
        }
    }

    private void say(EngineHome home, ExitCode expected, String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(1, List.of("--home", home.root().toString()));
        EngineHome.Result result = home.run(new StopRequest(), line.toArray(String[]::new));
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(expected);
        said.add(result.out());
        said.add(result.err());
    }

    /** Its answers go to standard output, where they belong. */
    private void validate(Path home) throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = new Session(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                home,
                false,
                new StopRequest());
        Program program = new Program(
                settings -> {
                    throw new UnsupportedOperationException("validate needs no engine");
                },
                new ValidateFiles(HomeSettings::limitsWithoutHome, NightClock.system()),
                () -> {});
        MarkedFiles.lay(disk, "XY2", 702, 2, MarkedFiles.faulty());
        String file = disk.resolve("sftp/XY2/inbound/XY201.PN000002.BCL").toString();
        String reference = disk.resolve("home/reference").toString();
        Files.delete(disk.resolve("home/reference/meter-points-20261121.csv"));

        assertThat(program.run(List.of("validate", file, "--reference", reference), session))
                .isEqualTo(ExitCode.FAILED);
        said.add(err.toString(StandardCharsets.UTF_8));
    }

    /** By day: uploads over SFTP, intake and first looks, health, metrics and the API. */
    private void serve(EngineHome home, ShippedLog log) throws Exception {
        MarkedFiles.layBadReference(home.root());
        Served.closedWindow(home);
        try (Served served = Served.start(home)) {
            await().atMost(Duration.ofMinutes(1)).until(served::isUp);
            MarkedFiles.lay(home.root(), "XY2", 702, 2, MarkedFiles.faulty());
            MarkedSender sender = MarkedSender.of(home.root(), "XY2");
            sender.sends(port(log), "XY201.PN000003.BCL", MarkedFiles.faulty(), "XY201.PN000001.BCR");
            for (String name : List.of("XY201.PN000002.BCL", "XY201.PN000003.BCL")) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> served.get("/api/status").body().contains(name));
            }
            assertThat(log.text()).contains("UPLOADED", "COLLECTED", "REFUSED");
            await().atMost(Duration.ofMinutes(1)).until(() -> log.text().contains("UPLOAD_BROKEN"));
            for (String path : List.of("/api/status", "/actuator/health", "/actuator/prometheus")) {
                said.add(served.get(path).body());
            }
            said.add(served.command("{\"arguments\":[\"reconcile\"]}").body());
            served.get("/api/contacts/ZQXJKV");
            served.command("{\"arguments\":[\"ZQXJKV\",\"07700987654\"]}");
            served.command("{\"ZQXJKV");
        }
    }

    private static int port(ShippedLog log) {
        Matcher port = Pattern.compile("STARTED.* port (\\d+)").matcher(log.text());
        assertThat(port.find()).as("the server said where it listens").isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static Path answer(Path home) {
        return home.resolve("sftp/XY1/outbound/XY101.PN000001.BCR");
    }

    private static String number(EngineHome home, String sql) {
        try (TestDatabase database = home.database()) {
            return String.valueOf(database.jdbc().sql(sql).query(Long.class).single());
        }
    }

    /** Every column of every table but those of the contacts. */
    private static List<String> rows(EngineHome home) {
        try (TestDatabase database = home.database()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            List<String> found = new ArrayList<>();
            for (String table : jdbc.queryForList(
                    "select table_name from information_schema.tables where table_schema = 'public'", String.class)) {
                if (!CONTACTS.contains(table)) {
                    for (Map<String, Object> row : jdbc.queryForList("select * from " + table)) {
                        row.forEach((column, value) -> marked(String.valueOf(value))
                                .forEach(text -> found.add(table + "." + column + ": " + text)));
                    }
                }
            }
            return found;
        }
    }

    private static List<String> files(Path home) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                Path below = home.relativize(file);
                boolean answer = String.valueOf(file.getFileName()).matches("XY.*BC[LR]|XY.*FRJ|[0-9a-f]{64}");
                if ((!BELONGS.contains(below.getName(0).toString()) || (below.startsWith("sftp") && !answer))
                        && MarkedFiles.isMarked(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    found.add(below.toString());
                }
            }
        }
        return found;
    }

    /** The marked lines of a text, cut to what can be read. */
    private static List<String> marked(String text) {
        return text.lines()
                .filter(MarkedFiles::isMarked)
                .map(line -> line.length() > 1500 ? line.substring(0, 1500) : line)
                .toList();
    }
}
