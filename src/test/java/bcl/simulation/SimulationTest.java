package bcl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.intake.InMemory;
import bcl.night.Window;
import bcl.night.WindowSettings;
import bcl.simulation.Plan.Step;
import bcl.simulation.Simulation.Ran;
import bcl.simulation.Story.Size;
import bcl.testsupport.Databases;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/**
 * Whole nights in one process, by seed. Every call of the engine to the database, the disk and the clock is a numbered point, and
 * at each something can happen: see {@link Fault}. However it is hurt, at the end every file has one answer, the same as without
 * any fault but for CRNs and times, no answer that was seen has changed, and {@code reconcile} finds nothing.
 * The same answers are asked for where the files were taken in the same order and decided in the same nights: see {@link
 * Search#compareIfInOrder}. Each test that runs many asks for a least number of runs of which this was so.
 *
 * <p>The check takes some minutes of it: the same stories, with other faults every day. All night: {@code mvn test -Dtest=SimulationTest
 * -Dbcl.simulation.minutes=480 -Dbcl.simulation.seed=1 -Djunit.jupiter.execution.timeout.mode=disabled}. What fails tells its seed and its points, and how to see it again.
 *
 * <p>When something was found: find out by {@code -Dbcl.simulation.replay} what it is, mend it, and add a test with a name that
 * goes there by {@link Plan#inOrder}, by what happens at the points and not by their numbers, which change with the engine.
 */
class SimulationTest {
    private static final double MINUTES = Double.parseDouble(System.getProperty("bcl.simulation.minutes", "1.5"));
    private static final long SEED = Long.getLong("bcl.simulation.seed", 1);
    private static final long WINDOW =
            Long.getLong("bcl.simulation.window", LocalDate.now(ZoneOffset.UTC).toEpochDay());
    private static final int MANY = 20;
    /** Runs with several faults that are compared with the one without: fewer would show little. */
    private static final int LEAST = 2;
    /** Seen were one of four or five with several faults, soon after one another or scattered, and nearly all with one. */
    private static final int RUNS_A_COMPARED = 30;

    private static final Logger LOGS = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final Level BEFORE = LOGS.getLevel();

    @TempDir(factory = InMemory.class)
    Path folder;

    /** Processes that die say a lot about it. */
    @BeforeAll
    static void silence() {
        LOGS.setLevel(Level.OFF);
    }

    @AfterAll
    static void endOfSilence() {
        LOGS.setLevel(BEFORE);
    }

    @Test
    void the_same_seed_makes_the_same_history() throws Exception {
        Ran one = inMemory().run(new Story(SEED, Size.SMALL), Plan.nothing());
        Ran same = inMemory().run(new Story(SEED, Size.SMALL), Plan.nothing());
        Ran other = inMemory().run(new Story(SEED + 1, Size.SMALL), Plan.nothing());

        assertThat(same.history()).isEqualTo(one.history());
        assertThat(same.picture()).isEqualTo(one.picture());
        assertThat(other.history()).isNotEqualTo(one.history());
    }

    /** It was marked as published without a wait for the disk: killed in between, then without power, it was gone for good. */
    @Test
    void an_answer_that_a_killed_run_left_unsynced_survives_a_power_loss() throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            Search search = new Search(inMemory(), new Story(seed, Size.SMALL), WINDOW);
            Plan plan = Plan.inOrder(
                    Step.at("^move to sftp/.*/outbound/", Fault.KILLED_AFTER),
                    Step.at("^update answer set state", Fault.NONE),
                    Step.at("^commit$", Fault.POWER_AFTER));

            Ran ran = inMemory().run(new Story(seed, Size.SMALL), plan);

            search.compareIfInOrder(ran);
            assertThat(ran.faulty()).hasSize(2);
            assertThat(search.compared()).as("seed " + seed).isOne();
        }
    }

    @Test
    void a_disk_that_only_pretends_to_sync_is_found_out() throws Exception {
        Simulation pretending = inMemory().onDisk(Platter::pretending);

        assertThatThrownBy(() -> {
                    for (long seed = 1; seed <= MANY; seed++) {
                        Plan plan = Plan.inOrder(
                                Step.at("^update answer set state", Fault.NONE),
                                Step.at("^commit$", Fault.POWER_AFTER));
                        pretending.run(new Story(seed, Size.SMALL), plan);
                    }
                })
                .isInstanceOf(AssertionError.class);
    }

    /** H2 does not wait for the disk at a commit (docs/reliability.md, row 46). */
    @Test
    void what_cannot_be_taken_back_waits_until_what_allows_it_is_on_the_disk() throws Exception {
        Map<String, String> allows = Map.of(
                "delete sftp/.taken/", "insert into inbound_file",
                "move to sftp/[^/]+/outbound/", "insert into answer",
                "move to evidence/", "insert into evidence_seal");
        List<Point> points = new Search(inMemory(), new Story(SEED, Size.SMALL), WINDOW)
                .clean()
                .points();

        allows.forEach((act, row) -> {
            boolean unsynced = false;
            int acts = 0;
            for (Point point : points) {
                if (point.what().startsWith(row + " ")) {
                    unsynced = true;
                } else if (point.what().equals("checkpoint sync")) {
                    unsynced = false;
                } else if (point.what().matches(act + ".*")) {
                    assertThat(unsynced).as("%s after: %s", point, row).isFalse();
                    acts++;
                }
            }
            assertThat(acts).as(act).isPositive();
        });
    }

    /** Of the digest, of the structure, of the contacts, and of what an answer repeats. */
    @Test
    void a_read_error_in_the_middle_of_a_sealed_copy_invents_no_outcome() throws Exception {
        Search search = new Search(inMemory(), new Story(SEED, Size.SMALL), WINDOW);
        List<Long> middles = middles(search.clean().points());

        for (long middle : middles) {
            search.run(Map.of(middle, Fault.AWAY));
        }

        assertThat(middles).hasSizeGreaterThan(4);
    }

    /** Reads of sealed copies that follow on another of the same file; some of them, from the whole of the run. */
    private static List<Long> middles(List<Point> points) {
        List<Long> middles = new ArrayList<>();
        String before = "";
        for (Point point : points) {
            if (point.what().startsWith("read archive/") && point.what().equals(before)) {
                middles.add(point.number());
            }
            before = point.what();
        }
        int each = Math.max(1, middles.size() / 5);
        return IntStream.range(0, middles.size())
                .filter(i -> i % each == 0)
                .mapToObj(middles::get)
                .toList();
    }

    /** Where each call takes two seconds, half an hour before seven. Of every run it is asked that no chunk was committed outside. */
    @Test
    void in_a_slow_night_no_chunk_is_committed_once_the_window_has_closed() throws Exception {
        Story slow = new Story(11, Size.SMALL);

        Ran ran = inMemory().run(slow, Plan.nothing());

        assertThat(slow.isSlow()).isTrue();
        assertThat(ran.chunks())
                .as("in the last ten minutes")
                .anyMatch(at -> Window.containing(at.plusSeconds(600), WindowSettings.DEFAULT)
                        .isEmpty());
    }

    /** Whatever was expected: the window closes while it is worked on, and the next night does it again, with the same answers. */
    @ParameterizedTest
    @CsvSource({
        "128KB, ^insert into outcome, small files",
        "0B, ^insert into outcome, .BCL",
        "0B, insert into answer, .BCL",
        "0B, set state = 'OPEN', .BCL",
    })
    void what_suddenly_takes_hours_is_undone_told_and_done_by_the_next_night(String small, String where, String what)
            throws Exception {
        Story story = quick(small);
        Search search = new Search(inMemory(), story, WINDOW);

        Ran ran = inMemory().run(story, Plan.inOrder(Step.at(where, Fault.SLOW)));

        assertThat(ran.told()).singleElement().asString().startsWith("UNDONE ").endsWith(what);
        assertThat(ran.picture().answers())
                .hasSameSizeAs(search.clean().picture().answers());
        search.compareButForNights(ran);
    }

    /** Others would wait for it night after night. */
    @Test
    void a_file_that_was_undone_after_hours_two_nights_running_is_held() throws Exception {
        Plan plan =
                Plan.inOrder(Step.at("^insert into outcome", Fault.SLOW), Step.at("^insert into outcome", Fault.SLOW));

        Ran ran = inMemory().run(quick("0B"), plan);

        String file = ran.told().get(0).substring("UNDONE ".length());
        assertThat(ran.told()).containsExactly("UNDONE " + file, "UNDONE " + file, "HELD " + file);
    }

    /** The first story with such files that is not slow by itself. */
    private static Story quick(String small) {
        return LongStream.range(1, 100)
                .mapToObj(seed -> new Story(seed, Size.SMALL))
                .filter(story -> !story.isSlow() && story.settings.contains("small-file: " + small))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hurt_once_at_any_point_a_night_comes_to_the_same() throws Exception {
        Search search = new Search(inMemory(), new Story(SEED, Size.SMALL), WINDOW);
        var singles = search.singles();

        int done = runAll(search, singles.iterator(), 0.5, 1);

        long changing = search.clean().points().stream().filter(Point::changes).count();
        tell("%d points, %d of which change something; of %d single faults there %d were tried, %d of them compared"
                .formatted(search.clean().points().size(), changing, singles.size(), done, search.compared()));
        assertThat(search.compared())
                .as("runs in the order of the one without faults")
                .isGreaterThan(done / 2);
    }

    @Test
    void hurt_again_while_it_recovers_a_night_comes_to_the_same() throws Exception {
        Search search = new Search(inMemory(), new Story(SEED + 1, Size.SMALL), WINDOW);

        int done = runAll(search, endless(search::several), 0.2, LEAST);

        tell("%d runs with several faults, one soon after the other, %d of them compared"
                .formatted(done, search.compared()));
        assertThat(search.compared())
                .as("runs in the order of the one without faults, of " + done)
                .isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void random_nights_come_to_the_same_with_and_without_faults() throws Exception {
        long end = end(0.2);
        int stories = 0;
        int done = 0;
        int compared = 0;
        do {
            Search search = new Search(inMemory(), new Story(SEED * 1000 + stories, Size.ORDINARY), WINDOW);
            stories++;
            for (int i = 0; i < 3; i++) {
                search.run(search.scattered());
                done++;
            }
            compared += search.compared();
        } while (System.nanoTime() < end || isTooFew(compared, LEAST, done));
        tell("%d random stories, %d runs of them with scattered faults, %d of them compared"
                .formatted(stories, done, compared));
        assertThat(compared)
                .as("runs in the order of the one without faults, of " + done)
                .isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void h2_and_postgresql_come_to_the_same_hurt_or_not() throws Exception {
        Story story = new Story(SEED, Size.SMALL);
        Search search = new Search(Simulation.on(Databases.POSTGRESQL, folder), story, WINDOW);

        search.compare(inMemory().run(story, Plan.nothing()));
        search.compareIfInOrder(Simulation.on(Databases.H2, folder).run(story, Plan.of(search.deaths())));
        int done = runAll(search, search.singles().iterator(), 0.1, LEAST);

        tell("%d runs with a fault on PostgreSQL, the same as in memory and in a file of H2, %d of them compared"
                .formatted(done, search.compared()));
        assertThat(search.compared())
                .as("runs in the order of the one without faults, of " + done)
                .isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    @EnabledIfSystemProperty(named = "bcl.simulation.replay", matches = "-?\\d+ [A-Z]+ .*")
    void a_run_is_played_again() throws Exception {
        String[] what = System.getProperty("bcl.simulation.replay").split(" ", 3);
        Story story = new Story(Long.parseLong(what[0]), Size.valueOf(what[1]));
        Map<Long, Fault> faults = Plan.read(what[2]);

        Search search = new Search(inMemory(), story, WINDOW);
        Point[] points = search.clean().points().toArray(Point[]::new);
        tell("without faults, " + points[(int) (faults.keySet().iterator().next() - 1)]);

        search.run(faults);
    }

    private Simulation inMemory() {
        return Simulation.inMemory(folder);
    }

    /** For its share of the time, and until so many came in the order of the run without faults, whose answers are then compared. */
    private static int runAll(Search search, Iterator<Map<Long, Fault>> cases, double share, int least)
            throws Exception {
        long end = end(share);
        int done = 0;
        do {
            search.run(cases.next());
            done++;
        } while (cases.hasNext() && (System.nanoTime() < end || isTooFew(search.compared(), least, done)));
        return done;
    }

    /** A slow machine has time for a few runs only; that none of many can be compared is for the test to say. */
    private static boolean isTooFew(int compared, int least, int done) {
        return compared < least && done < RUNS_A_COMPARED * least;
    }

    private static Iterator<Map<Long, Fault>> endless(java.util.function.Supplier<Map<Long, Fault>> next) {
        return java.util.stream.Stream.generate(next).iterator();
    }

    private static long end(double share) {
        return System.nanoTime()
                + Duration.ofMillis((long) (MINUTES * 60_000 * share)).toNanos();
    }

    private static void tell(String what) {
        System.out.println("Simulation, seed " + SEED + ", window " + WINDOW + ": " + what);
    }
}
