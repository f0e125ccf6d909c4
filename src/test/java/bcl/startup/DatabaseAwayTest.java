package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.ledger.FileState;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.OpenHome;
import bcl.testsupport.Relay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that goes away while a night runs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DatabaseAwayTest {
    private static final String LARGE = "AAA01.PN000001.BCL";
    private static final String OTHER = "BBB01.PN000001.BCL";
    private static final Pattern SERVER = Pattern.compile("localhost:(\\d+)");

    @TempDir
    Path disk;

    @Test
    void one_that_comes_back_is_used_again_without_help_and_nothing_is_lost_or_done_twice() throws Exception {
        EngineHome settings = EngineHome.at(disk, Databases.POSTGRESQL);
        try (Relay relay = between(settings);
                OpenHome home = open(settings)) {
            home.send(LARGE, 2000, "A");
            home.send(OTHER, 3, "B");
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            CompletableFuture<OpenHome.Result> night = start(home, new StopRequest(), err);
            OpenHome.until(() -> home.count("select count(*) from outcome") > 20);

            relay.cut();
            OpenHome.until(() -> text(err).contains("Trying again in 1 s"));
            relay.mend();

            assertThat(night.join().code()).isEqualTo(ExitCode.DONE);
            assertThat(home.files().all()).allMatch(file -> file.state() == FileState.ANSWERED);
            assertThat(home.count("select count(*) from outcome")).isEqualTo(2003);
            assertThat(home.count("select count(distinct crn) from contact")).isEqualTo(2003);
            assertThat(home.count("select count(*) from answer")).isEqualTo(2);
            assertThat(home.count("select count(*) from run where ended_at is null"))
                    .isZero();
            assertThat(home.count("select count(*) from notice where kind = 'HELD'"))
                    .isZero();
        }
    }

    @Test
    void a_stop_ends_the_waiting_and_the_next_night_goes_on() throws Exception {
        EngineHome settings = EngineHome.at(disk, Databases.POSTGRESQL);
        try (Relay relay = between(settings);
                OpenHome home = open(settings)) {
            home.send(LARGE, 2000, "A");
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            StopRequest stop = new StopRequest();
            CompletableFuture<OpenHome.Result> night = start(home, stop, err);
            OpenHome.until(() -> home.count("select count(*) from outcome") > 20);

            relay.cut();
            OpenHome.until(() -> text(err).contains("Trying again"));
            stop.request("test");

            assertThat(night.join().code()).isEqualTo(ExitCode.STOPPED);
            relay.mend();
            assertThat(home.state(LARGE)).isEqualTo(FileState.OPEN);
            OpenHome.Result next = home.night();
            assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.DONE);
            assertThat(home.count("select count(distinct crn) from contact")).isEqualTo(2000);
        }
    }

    private static CompletableFuture<OpenHome.Result> start(
            OpenHome home, StopRequest stop, ByteArrayOutputStream err) {
        return CompletableFuture.supplyAsync(() -> home.give(stop, err, "night", "--override-window", "test"));
    }

    private static OpenHome open(EngineHome settings) throws IOException {
        return OpenHome.at(
                settings, 5, Map.of("spring.datasource.hikari.connection-timeout", "1000", "bcl.night.lease", "2s"));
    }

    /** From now on the engine's way to its database leads over the relay. */
    private static Relay between(EngineHome settings) throws IOException {
        Path file = settings.root().resolve("application.yml");
        String text = Files.readString(file);
        Matcher server = SERVER.matcher(text);
        assertThat(server.find()).isTrue();
        Relay relay = new Relay(Integer.parseInt(server.group(1)));
        Files.writeString(file, server.replaceFirst("localhost:" + relay.port()));
        return relay;
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
