package bcl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.StopRequest;
import bcl.operations.ExitCode;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.TestDatabase;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nights that are killed with SIGKILL at moments by chance, on the settings that ship but for chunks so small that a night lasts.
 * {@code -Dbcl.kills=N} kills N times instead of 8, {@code -Dbcl.kills.seed=N} chooses other moments.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("bcl.kills", 8);
    private static final long SEED = Long.getLong("bcl.kills.seed", 20261121);
    private static final Pattern LOGGED = Pattern.compile("\"L51\",\"(?:AC|WN)\",[^\r]*,(\\d{10}),\"[A-Z]{4}\",\\d+\r");

    /** A few large files of many parts, and many small ones beside them. */
    private static final Traffic TRAFFIC = new Traffic(SEED, new Traffic.Size(4, 4, 24 + 4 * KILLS));

    /** Spring Batch says so when a job starts. */
    private static final String AT_WORK = "launched with";

    @TempDir
    private Path disk;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void however_often_a_night_is_killed_the_answers_are_those_of_one_that_was_not(Databases databases)
            throws Exception {
        Picture undisturbed = undisturbed();

        try (EngineHome home = home(disk.resolve("killed"), databases, "6KB", "2");
                OutboundWatcher watcher = new OutboundWatcher(home.root())) {
            TrafficNights nights = new TrafficNights(TRAFFIC, home);
            TRAFFIC.layReference(home.root());
            Duration start = timeOfAnEmptyNight(home);
            nights.lay(TRAFFIC.first(), Map.of());

            int hits = killed(home, new Random(SEED), start);
            ended(home);
            Picture picture = nights.picture();
            ended(home);

            assertThat(hits).as("kills that hit a running night").isGreaterThan(KILLS / 2);
            assertThat(runsThatNeverEnded(home)).as("runs that died at work").isGreaterThan(KILLS / 4);
            assertThat(watcher.faults()).isEmpty();
            assertThat(watcher.looks()).isGreaterThan(50);
            assertThat(watcher.answers()).isEqualTo(picture.answers().size());
            assertThat(picture.answers()).isEqualTo(undisturbed.answers());
            assertThat(picture.contacts()).isEqualTo(undisturbed.contacts());
            assertThat(nights.picture()).as("a night with nothing to do").isEqualTo(picture);
            assertThat(crnsInAnswers(picture, home)).doesNotHaveDuplicates();
            assertThat(home.run(
                                    new StopRequest(),
                                    "reconcile",
                                    "--home",
                                    home.root().toString())
                            .code())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    private Picture undisturbed() throws Exception {
        try (EngineHome home = EngineHome.at(disk.resolve("undisturbed"), Databases.H2)) {
            TrafficNights nights = new TrafficNights(TRAFFIC, home);
            TRAFFIC.layReference(home.root());
            nights.lay(TRAFFIC.first(), Map.of());
            EngineHome.Result night = home.night(new StopRequest());
            assertThat(night.code()).as(night.err()).isEqualTo(ExitCode.DONE);
            return nights.picture();
        }
    }

    static EngineHome home(Path root, Databases databases, String smallFile, String contactsPerChunk) throws Exception {
        return EngineHome.at(root, databases)
                .set("logging.level.org.springframework.batch.core.launch", "INFO")
                .set("bcl.night.lease", "1s")
                .set("bcl.night.small-file", smallFile)
                .set("bcl.night.files-per-chunk", "2")
                .set("bcl.night.contacts-per-chunk", contactsPerChunk)
                .set("bcl.night.contacts-per-part", "10");
    }

    private static Duration timeOfAnEmptyNight(EngineHome home) throws Exception {
        ended(home);
        long from = System.nanoTime();
        ended(home);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** How many of the kills hit a process that had not ended by itself. Three of four come when its work has begun. */
    private static int killed(EngineHome home, Random random, Duration start) throws Exception {
        int hits = 0;
        int millis = (int) start.toMillis();
        for (int i = 0; i < KILLS; i++) {
            try (EngineProcess night = EngineProcess.night(home.root())) {
                boolean atWork = i % 4 != 0 && night.says(AT_WORK);
                if (!night.endsWithin(Duration.ofMillis(random.nextInt(atWork ? millis / 3 : millis)))) {
                    night.kill();
                    hits++;
                }
            }
        }
        return hits;
    }

    private static void ended(EngineHome home) throws Exception {
        try (EngineProcess night = EngineProcess.night(home.root())) {
            assertThat(night.exitCode()).as(night.log()).isZero();
        }
    }

    /** Runs that the next one found without an end. */
    private static long runsThatNeverEnded(EngineHome home) {
        try (TestDatabase database = home.database()) {
            return database.jdbc()
                    .sql("select count(*) from run where exit_code is null")
                    .query(Long.class)
                    .single();
        }
    }

    private static List<String> crnsInAnswers(Picture picture, EngineHome home) throws Exception {
        assertThat(picture.answers()).isNotEmpty();
        return Picture.answers(home.root()).values().stream()
                .flatMap(bytes -> LOGGED.matcher(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .results()
                        .filter(match -> !match.group().contains("\"WN\""))
                        .map(match -> match.group(1)))
                .toList();
    }
}
