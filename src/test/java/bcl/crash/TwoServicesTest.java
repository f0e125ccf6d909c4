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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL and one shared home, of which one is stopped, continued or killed by signals. */
class TwoServicesTest {
    private static final Traffic TRAFFIC = new Traffic(12, new Traffic.Size(2, 2, 120));

    private static final String TAKEN = "files taken";
    /** How many arrive at a time while both look. */
    private static final int FLOOD = 3;

    @TempDir
    private Path disk;

    private int broken;

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
                    second.awaitState("files that both take", () -> {
                        layBroken(home);
                        return first.log().contains(TAKEN) && second.log().contains(TAKEN);
                    });
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
        EngineHome home = CutHome.at(disk.resolve("home"), Databases.POSTGRESQL, "1KB", "1");
        home.set("bcl.http.port", "0");
        home.set("bcl.sftp.port", "0");
        TRAFFIC.layReference(home.root());
        return home;
    }

    /** Some files of a stream of their own whose upload broke off: little work, and each has an answer. */
    private void layBroken(EngineHome home) {
        String organisation = TRAFFIC.first().get(0).organisation();
        Path inbound = home.root().resolve("sftp").resolve(organisation).resolve("inbound");
        try {
            Files.createDirectories(inbound);
            for (int i = 0; i < FLOOD; i++) {
                broken++;
                Path file = inbound.resolve("%s99.PN%06d.BCL".formatted(organisation, broken));
                Files.writeString(file, "file " + broken);
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lay(EngineHome home) throws Exception {
        new TrafficNights(TRAFFIC, home).lay(TRAFFIC.first(), Map.of());
    }

    private static long decided(EngineHome home) {
        return home.number("select count(*) from outcome");
    }

    /** Or until nothing is left: a fast machine may be done before the other process has woken. */
    private void awaitDecided(EngineProcess process, EngineHome home, long contacts) {
        process.awaitState("contacts to be decided", () -> decided(home) >= contacts || answered(home) == sent());
    }

    private int sent() {
        return TRAFFIC.first().size() + broken;
    }

    private static long answered(EngineHome home) {
        return home.number("select count(*) from inbound_file where state = 'ANSWERED'");
    }

    private void awaitAnswers(EngineProcess process, EngineHome home) {
        process.awaitState("every answer", () -> answered(home) == sent());
    }

    private void assertEverythingWasDoneOnce(EngineHome home, AnswersWatched watcher) throws Exception {
        assertThat(watcher.faults()).isEmpty();
        assertThat(Picture.answers(home.root())).hasSize(sent());
        assertThat(home.number("select count(*) from inbound_file")).isEqualTo(sent());
        assertThat(home.number("select count(distinct name) from inbound_file")).isEqualTo(sent());
        assertThat(home.number("select count(*) from notice where kind = 'HELD'"))
                .isZero();
        EngineHome.Result reconciled =
                home.run(new StopRequest(), "reconcile", "--home", home.root().toString());
        assertThat(reconciled.code()).as(reconciled.out()).isEqualTo(ExitCode.DONE);
    }
}
