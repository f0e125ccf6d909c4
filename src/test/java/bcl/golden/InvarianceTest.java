package bcl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.StopRequest;
import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import bcl.testsupport.Picture;
import bcl.testsupport.Traffic;
import bcl.testsupport.TrafficNights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the work is cut, and on whichever database: the same files get the same answers and log the same contacts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvarianceTest {
    private static final Traffic TRAFFIC = new Traffic(20261121, new Traffic.Size(5, 3, 18));
    private static final int MOST_RUNS = 400;

    @TempDir
    private static Path disk;

    private Picture asShipped;

    /**
     * One way to cut the work.
     *
     * @param cut small-file, files-per-chunk, contacts-per-chunk, contacts-per-part, workers
     * @param interruptedAfter commits after which each run is stopped; 0 for never
     */
    private record Way(Databases databases, List<String> cut, int interruptedAfter) {
        private static final List<String> KEYS =
                List.of("small-file", "files-per-chunk", "contacts-per-chunk", "contacts-per-part", "workers");

        static Way of(Databases databases, int interruptedAfter, String... cut) {
            return new Way(databases, List.of(cut), interruptedAfter);
        }

        EngineHome home(Path root) throws Exception {
            EngineHome home = EngineHome.at(root, databases);
            for (int i = 0; i < cut.size(); i++) {
                home.set("bcl.night." + KEYS.get(i), cut.get(i));
            }
            return interruptedAfter > 0 ? home.set(StopAfter.PROPERTY, "true") : home;
        }
    }

    static Stream<Way> ways() {
        return Stream.of(
                Way.of(Databases.POSTGRESQL, 0),
                Way.of(Databases.H2, 0, "128KB", "1", "5000", "50", "1"),
                Way.of(Databases.H2, 0, "0B", "64", "1", "3", "1"),
                Way.of(Databases.H2, 0, "0B", "64", "7", "50", "2"),
                Way.of(Databases.POSTGRESQL, 0, "0B", "64", "7", "3", "2"),
                Way.of(Databases.H2, 0, "0B", "64", "5000", "3", "2"),
                Way.of(Databases.H2, 0, "2KB", "2", "7", "3", "2"),
                Way.of(Databases.H2, 150, "0B", "64", "7", "50", "1"),
                Way.of(Databases.POSTGRESQL, 400, "0B", "64", "1", "3", "2"),
                Way.of(Databases.H2, 60, "128KB", "1", "5000", "50", "1"));
    }

    @BeforeAll
    void play_as_shipped() throws Exception {
        asShipped = picture(new Way(Databases.H2, List.of(), 0));
    }

    @Test
    void the_traffic_shows_what_could_depend_on_the_cut() {
        String all = String.join("", asShipped.answers().values());

        assertThat(asShipped.contacts()).hasSizeGreaterThan(200);
        assertThat(all)
                .contains("FIL00001", "FIL00007", "FIL00011", "FIL00012", "CON00004", "CON00005", "CON00006")
                .contains("CON00007", "CON00008", "CON00011", "REC00001", "REC00008", "REC00013", "REC00016");
        assertThat(all).containsPattern("\"L51\",\"AC\",\"R-\\d+\",\"[A-Z]{3}\",\\d*,,,");
        assertThat(asShipped.contacts()).anyMatch(contact -> contact.matches(".*\\|\\{T.1:R-\\d+}\\|AACA.*"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answers_and_contacts_do_not_depend_on_the_cut(Way way) throws Exception {
        Picture picture = picture(way);

        for (Map.Entry<String, String> answer : asShipped.answers().entrySet()) {
            assertThat(picture.answers().get(answer.getKey()))
                    .as(answer.getKey())
                    .isEqualTo(answer.getValue());
        }
        assertThat(picture.answers()).hasSameSizeAs(asShipped.answers());
        assertThat(picture.contacts()).isEqualTo(asShipped.contacts());
    }

    private Picture picture(Way way) throws Exception {
        Path root = disk.resolve("home-" + System.nanoTime());
        try (EngineHome home = way.home(root)) {
            return new TrafficNights(TRAFFIC, home).play(each -> untilDone(each, way));
        }
    }

    private static void untilDone(EngineHome home, Way way) {
        int runs = 0;
        EngineHome.Result result;
        do {
            StopRequest stop = way.interruptedAfter() > 0 ? StopAfter.after(way.interruptedAfter()) : new StopRequest();
            result = home.night(stop);
            runs++;
        } while (result.code() == ExitCode.STOPPED && runs < MOST_RUNS);
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
        if (way.interruptedAfter() > 0) {
            assertThat(runs).isGreaterThan(1);
        }
    }
}
