package bcl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.Served;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How nights end as processes: beside each other, outside the window, and when they are asked to stop. */
class ProcessTest {
    private static final Traffic TRAFFIC = new Traffic(7, new Traffic.Size(3, 4, 60));

    /** A quarter of what docs/examples/bcl.service gives it. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_two_nights_that_start_together_one_works_and_the_other_leaves_with_5(Databases databases) throws Exception {
        try (EngineHome home = loaded(databases)) {
            try (EngineProcess one = EngineProcess.night(home.root());
                    EngineProcess other = EngineProcess.night(home.root())) {
                assertThat(Stream.of(one.exitCode(), other.exitCode()).sorted().toList())
                        .as(one.log() + other.log())
                        .isEqualTo(List.of(ExitCode.DONE.code(), ExitCode.BUSY.code()));
            }

            assertThat(Picture.answers(home.root()))
                    .hasSize(TRAFFIC.first().size())
                    .allSatisfy((name, bytes) -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                            .containsPattern("\r\n\"Z99\",\\d+\r\n$"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_night_that_is_asked_to_stop_leaves_within_30_seconds_with_4_and_the_next_one_finishes(Databases databases)
            throws Exception {
        try (EngineHome home = loaded(databases)) {
            try (EngineProcess night = EngineProcess.night(home.root())) {
                night.await("a first answer", () -> !answers(home).isEmpty());
                night.terminate();

                assertThat(night.endsWithin(SOON)).as(night.log()).isTrue();
                assertThat(night.exitCode()).as(night.log()).isEqualTo(ExitCode.STOPPED.code());
            }
            assertThat(answers(home).size()).isLessThan(TRAFFIC.first().size());

            try (EngineProcess next = EngineProcess.night(home.root())) {
                assertThat(next.exitCode()).as(next.log()).isEqualTo(ExitCode.DONE.code());
            }
            assertThat(answers(home)).hasSize(TRAFFIC.first().size());
        }
    }

    @Test
    void a_night_that_a_service_carries_out_leaves_with_4_when_it_is_asked_to_stop() throws Exception {
        try (EngineHome home = loaded(Databases.H2)) {
            Served.closedWindow(home);
            home.set("bcl.http.port", "0");
            home.set("bcl.sftp.port", "0");
            try (EngineProcess serve = EngineProcess.serve(home.root())) {
                serve.await("the service", () -> serve.log().contains("Serving"));
                try (EngineProcess night = EngineProcess.night(home.root())) {
                    night.await("a first answer", () -> !answers(home).isEmpty());
                    night.terminate();

                    assertThat(night.exitCode()).as(night.log()).isEqualTo(ExitCode.STOPPED.code());
                }
                assertThat(answers(home).size()).isLessThan(TRAFFIC.first().size());
                serve.terminate();

                // 4 if the stopped night had begun a file.
                assertThat(serve.exitCode()).as(serve.log()).isIn(ExitCode.DONE.code(), ExitCode.STOPPED.code());
            }
        }
    }

    @Test
    void outside_the_window_a_night_leaves_with_3_and_touches_nothing() throws Exception {
        LocalTime now = LocalTime.now(ZoneId.of("Europe/London")).truncatedTo(ChronoUnit.MINUTES);
        try (EngineHome home = loaded(Databases.H2)) {
            home.set("bcl.window.opens", now.plusHours(2).toString());
            home.set("bcl.window.closes", now.plusHours(3).toString());
            String root = home.root().toString();

            try (EngineProcess night = EngineProcess.start(disk, "bcl.Main", "night", "--home", root)) {
                assertThat(night.exitCode()).as(night.log()).isEqualTo(ExitCode.OUTSIDE_WINDOW.code());
            }

            assertThat(answers(home)).isEmpty();
            assertThat(home.root().resolve("sftp/TA1/inbound/TA101.PN000001.BCL"))
                    .exists();
        }
    }

    private EngineHome loaded(Databases databases) throws Exception {
        EngineHome home = EngineHome.at(disk.resolve("home"), databases)
                .set("bcl.night.lease", "1s")
                .set("bcl.night.small-file", "0B")
                .set("bcl.night.contacts-per-chunk", "1")
                .set("bcl.night.contacts-per-part", "10");
        TRAFFIC.layReference(home.root());
        new TrafficNights(TRAFFIC, home).lay(TRAFFIC.first(), Map.of());
        return home;
    }

    private static Map<String, byte[]> answers(EngineHome home) {
        try {
            return Picture.answers(home.root());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
