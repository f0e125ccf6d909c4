package bcl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.Sent;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes over the nights in which UK clocks change, the clock moved under them by libfaketime. */
class ChangeNightsTest {
    private static final Traffic LARGE = new Traffic(13, new Traffic.Size(1, 1, 2_000));
    private static final Traffic SMALL = new Traffic(14, new Traffic.Size(1, 1, 4));

    @TempDir
    private Path disk;

    @ParameterizedTest
    @CsvSource({"2027-10-30T23:00:00Z, 2027-10-31T07:00:00Z", "2027-03-28T00:00:00Z, 2027-03-28T06:00:00Z"})
    void a_night_runs_until_seven_by_the_clock_on_the_wall_and_the_next_one_finishes(Instant opens, Instant closes)
            throws Exception {
        FakeTime time = FakeTime.at(disk, opens.minusSeconds(90));
        try (EngineHome home = home(LARGE)) {
            assertThat(night(time, home)).as("before the window").isEqualTo(ExitCode.OUTSIDE_WINDOW.code());
            assertThat(Picture.answers(home.root())).isEmpty();

            time.moveTo(closes.minusSeconds(1800));
            try (EngineProcess night = time.start(home.root(), "night")) {
                night.await("a large file to be begun", () -> night.log().contains("launched with"));
                time.moveTo(closes.minusSeconds(1));

                assertThat(night.exitCode()).as(night.log()).isEqualTo(ExitCode.STOPPED.code());
            }
            assertThat(home.number("select count(*) from inbound_file where state = 'PAUSED'"))
                    .isOne();
            assertThat(home.number("select count(*) from inbound_file where state = 'OPEN'"))
                    .isZero();

            assertThat(night(time, home)).as("at seven").isEqualTo(ExitCode.OUTSIDE_WINDOW.code());
            time.moveTo(closes.plus(Duration.ofHours(5)));
            assertThat(night(time, home)).as("at noon").isEqualTo(ExitCode.OUTSIDE_WINDOW.code());

            time.moveTo(closes.plus(Duration.ofHours(20)));
            assertThat(night(time, home)).as("the next night").isEqualTo(ExitCode.DONE.code());
            assertThat(Picture.answers(home.root())).hasSize(LARGE.first().size());
            assertThat(home.run(
                                    new StopRequest(),
                                    "reconcile",
                                    "--home",
                                    home.root().toString())
                            .code())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @ParameterizedTest
    @CsvSource({"2027-10-30T23:00:00Z, 2027-10-31T07:00:00Z", "2027-03-28T00:00:00Z, 2027-03-28T06:00:00Z"})
    void a_service_begins_the_night_once_whatever_its_clock_shows_between_one_and_two(Instant opens, Instant closes)
            throws Exception {
        FakeTime time = FakeTime.at(disk, opens.minusSeconds(1800));
        Instant two = Instant.parse(closes.toString().substring(0, 11) + "01:00:00Z");
        try (EngineHome home = home(SMALL);
                EngineProcess serve = time.start(home.root(), "serve")) {
            serve.awaitState(
                    "the first files",
                    () -> home(serve, "TAKEN") == SMALL.first().size());
            assertThat(serve.lines("The night begins")).isEmpty();

            time.moveTo(opens);
            serve.awaitState("the night", () -> serve.lines("ended with 0").size() == 1);
            assertThat(Picture.answers(home.root())).hasSize(SMALL.first().size());

            for (Instant moment : List.of(two.minusSeconds(1), two.plusSeconds(1), two.plusSeconds(1801))) {
                time.moveTo(moment);
                awaitLook(serve);
            }
            assertThat(serve.lines("laid the night down")).isEmpty();
            time.moveTo(closes);
            serve.awaitState("the end", () -> serve.lines("laid the night down").size() == 1);
            lay(SMALL, home, SMALL.second().subList(0, 1));
            time.moveTo(closes.plus(Duration.ofHours(5)));
            serve.awaitState("a file by day", () -> home(serve, "TAKEN") == 1);

            serve.terminate();
            assertThat(serve.exitCode()).as(serve.log()).isZero();
            assertThat(serve.lines("The night begins")).hasSize(1);
            assertThat(serve.lines("ended with")).hasSize(1);
        }
    }

    /** How many files a service counts in this state: its own database is open to nobody else. */
    private static long home(EngineProcess serve, String state) {
        return serve.metric("bcl_files{state=\"" + state + "\"}");
    }

    /** Until the service has looked at its clock again, twice to be sure. */
    private static void awaitLook(EngineProcess serve) {
        long from = System.nanoTime();
        serve.awaitState(
                "two looks",
                () -> System.nanoTime() - from > Duration.ofMillis(2500).toNanos());
    }

    private static int night(FakeTime time, EngineHome home) throws Exception {
        try (EngineProcess night = time.start(home.root(), "night")) {
            return night.exitCode();
        }
    }

    private EngineHome home(Traffic traffic) throws Exception {
        EngineHome home = CutHome.at(disk.resolve("home"), Databases.H2, "6KB", "1");
        home.set("bcl.http.port", "0");
        home.set("bcl.sftp.port", "0");
        traffic.layReference(home.root());
        lay(traffic, home, traffic.first());
        return home;
    }

    /** Older than any of the nights here. */
    private static void lay(Traffic traffic, EngineHome home, List<Sent> files) throws Exception {
        new TrafficNights(traffic, home).lay(files, Map.of());
        try (Stream<Path> all = Files.walk(home.root().resolve("sftp"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-01T12:00:00Z")));
            }
        }
    }
}
