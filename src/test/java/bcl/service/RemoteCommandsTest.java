package bcl.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Sent;
import bcl.testsupport.Served;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a client of the program: a service in one process, commands in others, that know its URL and its token only. */
class RemoteCommandsTest {
    private static final Traffic SMALL = new Traffic(11, new Traffic.Size(2, 1, 4));

    @TempDir
    private static Path disk;

    private static EngineHome home;
    private static Process service;
    private static String url;

    /** What a command in a process of its own came to. */
    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void serve() throws Exception {
        home = EngineHome.at(disk.resolve("home"), Databases.H2);
        Served.closedWindow(home);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        home.set("bcl.http.port", Integer.toString(port)).set("bcl.sftp.port", "0");
        SMALL.layReference(home.root());
        new TrafficNights(SMALL, home).lay(SMALL.first(), Map.of());
        assertThat(home.night(new StopRequest()).out()).contains("answered");
        url = "http://127.0.0.1:" + port;
        service = program(Map.of(), "serve", "--home", home.root().toString())
                .redirectError(disk.resolve("service.log").toFile())
                .redirectOutput(disk.resolve("service.out").toFile())
                .start();
        await().atMost(Duration.ofMinutes(2)).until(RemoteCommandsTest::isUp);
    }

    @AfterAll
    static void end() throws Exception {
        service.destroy();
        if (!service.waitFor(1, TimeUnit.MINUTES)) {
            service.destroyForcibly();
        }
        home.close();
    }

    @Test
    void a_command_says_the_same_and_ends_the_same_as_beside_the_service() throws Exception {
        for (List<String> command : List.of(
                List.of("contact", "5000000001"),
                List.of("status", "--json"),
                List.of("reconcile"),
                List.of("contact", "9999999999"),
                List.of("hold", "77", "--reason", "because"),
                List.of("rerun", "1", "--reason", "because"),
                List.of("resolve", "--from", "missing.csv"),
                List.of("night"))) {
            List<String> local = new ArrayList<>(command);
            local.addAll(List.of("--home", home.root().toString()));

            EngineHome.Result beside = home.run(new StopRequest(), local.toArray(String[]::new));
            EngineHome.Result remote = inProcess(command);

            assertThat(remote.code()).as(command + remote.err()).isEqualTo(beside.code());
            assertThat(remote.out()).isEqualTo(beside.out());
            assertThat(remote.err()).isEqualTo(beside.err());
        }
    }

    @Test
    void contacts_of_a_file_on_the_callers_disk_are_resolved_and_the_record_says_who_did_it() throws Exception {
        Path file = Files.writeString(
                disk.resolve("closed today.csv"),
                "crn,status,reason\n5000000001,ATCA,visited\n5000000002,ATCA,visited\n");

        Ended ended = remote("resolve", "--from", file.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("2 contacts changed");
        assertThat(ended.err()).isEmpty();
        assertThat(inProcess(List.of("contact", "5000000001")).out())
                .contains("ATCA")
                .contains(System.getProperty("user.name") + " over HTTP");
    }

    @Test
    void a_file_is_checked_against_the_services_reference_data() throws Exception {
        Sent sent = SMALL.first().get(0);
        Path file = Files.write(disk.resolve(sent.name()), sent.bytes(Map.of()));

        EngineHome.Result remote = inProcess(List.of("validate", file.toString()));

        assertThat(remote.out()).startsWith("\"A00\",");
        assertThat(remote.err()).startsWith(file + ": answered by ");
    }

    @Test
    void without_the_right_token_nothing_is_done() throws Exception {
        Ended ended =
                ended(program(Map.of("BCL_SERVICE_URL", url, "BCL_SERVICE_TOKEN", "another-token-0000"), "status"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains("does not know this token; nothing was done");
    }

    private static EngineHome.Result inProcess(List<String> command) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--service", url, "--token-file", tokenFile().toString()));
        return home.run(new StopRequest(), all.toArray(String[]::new));
    }

    private static Ended remote(String... command) throws Exception {
        return ended(program(
                Map.of(
                        "BCL_SERVICE_URL",
                        url,
                        "BCL_SERVICE_TOKEN_FILE",
                        tokenFile().toString()),
                command));
    }

    private static Path tokenFile() {
        return home.root().resolve("db/api-token");
    }

    private static ProcessBuilder program(Map<String, String> environment, String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "bcl.Main"));
        line.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        return builder;
    }

    private static Ended ended(ProcessBuilder builder) throws Exception {
        Path err = Files.createTempFile(disk, "err", "");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }

    private static boolean isUp() {
        if (!service.isAlive()) {
            throw new IllegalStateException("the service ended: " + log());
        }
        try (InputStream health =
                URI.create(url + "/actuator/health/liveness").toURL().openStream()) {
            return health.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String log() {
        try {
            return Files.readString(disk.resolve("service.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
