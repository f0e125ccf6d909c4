package bcl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.drill.AnswersWatched;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.Served;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL and one shared home, of which one is stopped, continued or killed by signals. */
class TwoServicesTest {
    private static final Traffic TRAFFIC = new Traffic(12, new Traffic.Size(2, 2, 120));

    @TempDir
    private Path disk;

    @Test
    void a_frozen_service_is_relieved_and_commits_nothing_when_it_wakes_and_a_killed_one_is_relieved_too()
            throws Exception {
        try (EngineHome home = home();
                AnswersWatched watcher = new AnswersWatched(home.root())) {
            Served.openWindow(home);
            try (EngineProcess first = EngineProcess.serve(home.root())) {
                first.awaitState("its night", () -> home.number("select count(*) from run") > 0);
                try (EngineProcess second = EngineProcess.serve(home.root())) {
                    second.awaitState("it to stand by", () -> second.log().contains("this process stands by"));
                    lay(home);
                    awaitDecided(first, home, 5);

                    first.freeze();
                    long token = home.number("select token from lease");
                    second.awaitState("the take-over", () -> home.number("select token from lease") > token);
                    awaitDecided(second, home, decided(home) + 10);
                    first.thaw();
                    first.awaitState("it to stand by", () -> first.log().contains("this process stands by"));
                    awaitDecided(second, home, decided(home) + 10);

                    second.kill();
                    awaitAnswers(first, home);
                }
                first.terminate();
                assertThat(first.exitCode()).as(first.log()).isZero();
                assertThat(first.lines("ERROR")).isEmpty();
            }
            assertEverythingWasDoneOnce(home, watcher);
        }
    }

    @Test
    void a_frozen_night_is_relieved_by_the_next_one_and_commits_nothing_when_it_wakes() throws Exception {
        try (EngineHome home = home();
                AnswersWatched watcher = new AnswersWatched(home.root())) {
            lay(home);
            try (EngineProcess frozen = EngineProcess.night(home.root())) {
                awaitDecided(frozen, home, 5);
                frozen.freeze();
                try (EngineProcess next = EngineProcess.night(home.root())) {
                    awaitDecided(next, home, decided(home) + 10);
                    frozen.thaw();

                    // 4 if it learnt from its heartbeat, 1 if from a commit that was refused.
                    assertThat(frozen.exitCode())
                            .as(frozen.log())
                            .isIn(ExitCode.STOPPED.code(), ExitCode.FAILED.code());
                    assertThat(frozen.log()).doesNotContain("unexpectedly");
                    assertThat(next.exitCode()).as(next.log()).isZero();
                }
            }
            assertEverythingWasDoneOnce(home, watcher);
        }
    }

    private EngineHome home() throws Exception {
        EngineHome home = CutHome.at(disk.resolve("home"), Databases.POSTGRESQL, "0B", "1");
        home.set("bcl.http.port", "0");
        home.set("bcl.sftp.port", "0");
        TRAFFIC.layReference(home.root());
        return home;
    }

    private static void lay(EngineHome home) throws Exception {
        new TrafficNights(TRAFFIC, home).lay(TRAFFIC.first(), Map.of());
    }

    private static long decided(EngineHome home) {
        return home.number("select count(*) from outcome");
    }

    /** Or until nothing is left: a fast machine may be done before the other process has woken. */
    private static void awaitDecided(EngineProcess process, EngineHome home, long contacts) {
        process.awaitState(
                "contacts to be decided",
                () -> decided(home) >= contacts
                        || answered(home) == TRAFFIC.first().size());
    }

    private static long answered(EngineHome home) {
        return home.number("select count(*) from inbound_file where state = 'ANSWERED'");
    }

    private static void awaitAnswers(EngineProcess process, EngineHome home) {
        process.awaitState(
                "every answer", () -> answered(home) == TRAFFIC.first().size());
    }

    private static void assertEverythingWasDoneOnce(EngineHome home, AnswersWatched watcher) throws Exception {
        assertThat(watcher.faults()).isEmpty();
        assertThat(Picture.answers(home.root())).hasSize(TRAFFIC.first().size());
        assertThat(home.number("select count(*) from inbound_file"))
                .isEqualTo(TRAFFIC.first().size());
        assertThat(home.number("select count(*) from notice where kind = 'HELD'"))
                .isZero();
        EngineHome.Result reconciled =
                home.run(new StopRequest(), "reconcile", "--home", home.root().toString());
        assertThat(reconciled.code()).as(reconciled.out()).isEqualTo(ExitCode.DONE);
    }
}
