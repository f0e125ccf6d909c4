package bcl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.PostgresServer;
import bcl.testsupport.Sent;
import bcl.testsupport.Served;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services and nights as processes whose PostgreSQL is killed, or falls silent, and comes back. */
class DatabaseGoneTest {
    private static final Traffic TRAFFIC = new Traffic(11, new Traffic.Size(2, 2, 30));

    /** Far less than the 120 s for which a statement waits for a silent server. */
    private static final Duration SECONDS = Duration.ofSeconds(45);

    @TempDir
    private static Path folder;

    private static PostgresServer server;

    @TempDir
    private Path disk;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start(folder.resolve("data"));
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @Test
    void a_service_whose_database_falls_silent_and_then_dies_in_the_night_goes_on_by_itself() throws Exception {
        try (EngineHome home = home("&socketTimeout=4")) {
            Served.openWindow(home);
            lay(home, TRAFFIC.first());
            try (EngineProcess serve = EngineProcess.serve(home.root())) {
                awaitDecided(serve, home, 5);

                try {
                    server.freeze();
                    awaitTroubleTold(serve, 1);
                } finally {
                    server.thaw();
                }
                awaitDecided(serve, home, 15);
                serve.awaitState("health to be back", () -> serve.health().startsWith("200"));
                int told = serve.lines("Trying again in").size();
                server.kill();
                awaitTroubleTold(serve, told + 1);
                server.startAgain();

                serve.awaitState(
                        "every answer",
                        () -> home.number("select count(*) from inbound_file where state = 'ANSWERED'")
                                == TRAFFIC.first().size());
                serve.awaitState("health to be back", () -> serve.health().startsWith("200"));
                assertThat(serve.lines("The database answers again")).hasSize(2);
                serve.terminate();
                assertThat(serve.exitCode()).as(serve.log()).isZero();
            }
            assertEverythingWasDoneOnce(home);
            assertThat(home.number("select count(*) from notice where kind = 'DATABASE_AWAY'"))
                    .isEqualTo(2);
        }
    }

    @Test
    void a_service_waits_for_its_database_at_its_start_and_by_day_and_takes_what_came_meanwhile() throws Exception {
        List<Sent> files = TRAFFIC.first();
        try (EngineHome home = home("")) {
            Served.closedWindow(home);
            lay(home, files.subList(0, 3));
            server.kill();
            try (EngineProcess serve = EngineProcess.serve(home.root())) {
                serve.awaitState("it to wait", () -> serve.log().contains("Trying again in"));
                server.startAgain();
                serve.awaitState("the first files", () -> home.number("select count(*) from inbound_file") == 3);

                server.kill();
                lay(home, files.subList(3, files.size()));
                serve.awaitState("health to be DOWN", () -> serve.health().startsWith("503"));
                server.startAgain();

                serve.awaitState("all files", () -> home.number("select count(*) from inbound_file") == files.size());
                serve.awaitState("health to be back", () -> serve.health().startsWith("200"));
            }
            assertThat(home.night(new StopRequest()).code()).isEqualTo(ExitCode.DONE);
            assertEverythingWasDoneOnce(home);
        }
    }

    @Test
    void a_service_that_is_asked_to_end_while_its_database_is_silent_ends_within_seconds() throws Exception {
        try (EngineHome home = home("")) {
            Served.openWindow(home);
            lay(home, TRAFFIC.first());
            try (EngineProcess serve = EngineProcess.serve(home.root())) {
                awaitDecided(serve, home, 5);
                boolean ended;
                try {
                    server.freeze();
                    serve.terminate();
                    ended = serve.endsWithin(SECONDS);
                } finally {
                    server.thaw();
                }

                assertThat(ended).as(serve.log()).isTrue();
                assertThat(serve.exitCode()).as(serve.log()).isEqualTo(ExitCode.STOPPED.code());
                assertThat(serve.log())
                        .contains("what waits for it is broken off")
                        .doesNotContain("unexpected");
            }
            assertThat(home.night(new StopRequest()).code()).isEqualTo(ExitCode.DONE);
            assertEverythingWasDoneOnce(home);
        }
    }

    private static void awaitTroubleTold(EngineProcess serve, int times) {
        serve.awaitState("health to be DOWN", () -> serve.health().startsWith("503"));
        serve.awaitState("the run to wait", () -> serve.lines("Trying again in").size() >= times);
    }

    private static void awaitDecided(EngineProcess serve, EngineHome home, int contacts) {
        serve.awaitState("the night's work", () -> home.number("select count(*) from outcome") > contacts);
    }

    private static void lay(EngineHome home, List<Sent> files) throws Exception {
        new TrafficNights(TRAFFIC, home).lay(files, Map.of());
    }

    private EngineHome home(String options) throws Exception {
        EngineHome home = server.home(disk.resolve("home"), options);
        home.set("bcl.http.port", "0");
        home.set("bcl.sftp.port", "0");
        home.set("bcl.night.lease", "2s");
        home.set("bcl.night.small-file", "0B");
        home.set("bcl.night.contacts-per-chunk", "1");
        TRAFFIC.layReference(home.root());
        return home;
    }

    private static void assertEverythingWasDoneOnce(EngineHome home) throws Exception {
        assertThat(Picture.answers(home.root())).hasSize(TRAFFIC.first().size());
        assertThat(home.number("select count(*) from notice where kind = 'HELD'"))
                .isZero();
        assertThat(home.number("select count(*) from run where ended_at is null"))
                .isZero();
        EngineHome.Result reconciled =
                home.run(new StopRequest(), "reconcile", "--home", home.root().toString());
        assertThat(reconciled.code()).as(reconciled.out()).isEqualTo(ExitCode.DONE);
    }
}
