package bcl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.TestDatabase;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A home with two senders, AAA and BBB, on which something is about to go wrong. */
final class FaultyHome implements AutoCloseable {
    private final EngineHome home;
    private final Home paths;

    private FaultyHome(EngineHome home) {
        this.home = home;
        this.paths = new Home(home.root());
    }

    static FaultyHome at(Path root, Databases databases) throws IOException {
        return of(EngineHome.at(root, databases));
    }

    static FaultyHome of(EngineHome home) throws IOException {
        Path reference = Files.createDirectories(home.root().resolve("reference"));
        Files.writeString(
                reference.resolve("organisations.csv"),
                "short_code,organisation_id,name,role,bulk\nAAA,1,First,S,Y\nBBB,2,Second,S,Y\n");
        Files.writeString(
                reference.resolve("meter-points-20261120.csv"),
                "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n"
                        + "1000000109,AAA,GGG,LI,4,D,12000,\n");
        return new FaultyHome(home);
    }

    EngineHome settings() {
        return home;
    }

    Path root() {
        return home.root();
    }

    Path inbound(String organisation) throws IOException {
        return Files.createDirectories(paths.inbound(organisation));
    }

    Path outbound(String organisation) throws IOException {
        return Files.createDirectories(paths.outbound(organisation));
    }

    /** A file of enquiries about files, which need no meter point; old enough to be taken. */
    void send(String organisation, int number, int contacts) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("A00,%d,BCL,20261120,120000,%d\n".formatted("AAA".equals(organisation) ? 1 : 2, number));
        for (int i = 1; i <= contacts; i++) {
            text.append("L01,%d-%d,FLE,,,,,Ann Other,01234567890,,\nL11,AAA01.PN000001.BCL,\n".formatted(number, i));
        }
        text.append("Z99,%d\n".formatted(2 * contacts));
        Path file = inbound(organisation).resolve(name(organisation, number, "BCL"));
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    static String name(String organisation, int number, String type) {
        return String.format(Locale.ROOT, "%s01.PN%06d.%s", organisation, number, type);
    }

    /** One night outside any window. It must not show a stack trace, whatever happens. */
    EngineHome.Result night() {
        EngineHome.Result night = home.night(new StopRequest());
        assertThat(night.err()).doesNotContain("\tat ", "Exception: ", "Failed unexpectedly");
        return night;
    }

    /** What an operator does once the cause is mended. */
    EngineHome.Result rerun(String file) {
        return home.run(
                new StopRequest(), "rerun", "--home", home.root().toString(), file, "--reason", "the cause is mended");
    }

    /** What a process came to. */
    record Ended(int code, String log) {}

    /** One night in a process of its own, with the logging that ships. {@code shell} runs it as {@code "$@"}. */
    Ended nightProcess(String shell, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of("bash", "-c", shell, "night"));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC", "-Xlog:disable"));
        line.add("-Dlogging.config=classpath:logback.xml");
        line.addAll(List.of(options));
        line.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "bcl.Main",
                "night",
                "--home",
                home.root().toString(),
                "--override-window",
                "test"));
        Path log = Files.createTempFile("night", ".log");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    /** A night beside the test; to be joined. */
    CompletableFuture<EngineHome.Result> nightBeside() {
        return CompletableFuture.supplyAsync(this::night);
    }

    /** A night without any fault: all that was sent is answered, each contact once, and everything adds up. */
    void finishes(int contacts, String... answers) throws IOException {
        EngineHome.Result night = night();
        assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
        holds(contacts, answers);
    }

    /** Everything is answered, each contact once, and adds up. */
    void holds(int contacts, String... answers) throws IOException {
        assertThat(answers()).containsExactlyInAnyOrder(answers);
        try (TestDatabase database = home.database()) {
            assertThat(count(database, "select count(*) from contact")).isEqualTo(contacts);
            assertThat(count(database, "select count(*) from outcome")).isEqualTo(contacts);
            assertThat(count(database, "select count(*) from inbound_file where state <> 'ANSWERED'"))
                    .isZero();
        }
        EngineHome.Result reconciled =
                home.run(new StopRequest(), "reconcile", "--home", home.root().toString());
        assertThat(reconciled.code()).as(reconciled.out() + reconciled.err()).isEqualTo(ExitCode.DONE);
    }

    List<String> answers() throws IOException {
        return Picture.answers(home.root()).keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    static long count(TestDatabase database, String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        home.close();
    }
}
