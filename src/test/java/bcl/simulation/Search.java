package bcl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.simulation.Point.Port;
import bcl.simulation.Simulation.Ran;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Runs of one story that agree on everything but faults: what comes of them must be the same. */
final class Search {
    private static final List<Fault> DEATHS =
            List.of(Fault.KILLED_BEFORE, Fault.KILLED_AFTER, Fault.POWER_BEFORE, Fault.POWER_AFTER);
    private static final List<Fault> ALL = List.of(Fault.values()).subList(1, Fault.values().length);

    private final Simulation simulation;
    private final Story story;
    private final Ran clean;
    private int compared;
    private final Random random;

    /** @param window which of the many faults come first */
    Search(Simulation simulation, Story story, long window) throws IOException {
        this.simulation = simulation;
        this.story = story;
        this.clean = simulation.run(story, Plan.nothing());
        this.random = new Random(31 * story.seed + window);
    }

    Ran clean() {
        return clean;
    }

    /** Every fault at every point where it makes a difference, in an order of the seed's. */
    List<Map<Long, Fault>> singles() {
        List<Map<Long, Fault>> all = new ArrayList<>();
        for (Point point : clean.points()) {
            if (point.changes()) {
                ALL.forEach(fault -> all.add(Map.of(point.number(), fault)));
            } else if (point.port() != Port.CLOCK) {
                // Before a look, nothing is different from after what came before it: but it can fail.
                all.add(Map.of(point.number(), Fault.AWAY));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** A death, and one more a while later; then perhaps others. */
    Map<Long, Fault> several() {
        Map<Long, Fault> faults = new TreeMap<>();
        long at = anywhere();
        faults.put(at, any(DEATHS));
        do {
            at += 1 + random.nextInt(random.nextBoolean() ? 60 : 600);
            faults.put(at, any(random.nextBoolean() ? DEATHS : ALL));
        } while (random.nextInt(3) == 0);
        return faults;
    }

    /** A few deaths, here and there. */
    Map<Long, Fault> deaths() {
        Map<Long, Fault> faults = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            faults.put(anywhere(), any(DEATHS));
        }
        return faults;
    }

    /** Here and there in the whole of it. */
    Map<Long, Fault> scattered() {
        Map<Long, Fault> faults = new TreeMap<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            faults.put(anywhere(), any(ALL));
        }
        return faults;
    }

    /** @throws AssertionError with what to do to see it again */
    void run(Map<Long, Fault> faults) throws IOException {
        try {
            compareIfInOrder(simulation.run(story, Plan.of(faults)));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Story %s failed with %s%nTo see it again: mvn test -Dtest=SimulationTest -Dbcl.simulation.replay=\"%s %s\""
                            .formatted(story, Plan.write(faults), story, Plan.write(faults)),
                    e);
        }
    }

    /**
     * What was hurt may be taken or decided after other files than without faults, and is then judged by what came before it, as the
     * contract says: it is then not compared, which {@link #compared} tells. Whatever the order: nothing is lost, nothing is twice and reconcile finds nothing, which each run shows.
     */
    void compareIfInOrder(Ran ran) {
        if (ran.order().equals(clean.order())) {
            compare(ran);
            compared++;
        }
    }

    /** Where a file had to be decided a night later, the nights of some differ, and nothing else may. */
    void compareButForNights(Ran ran) {
        assertThat(withoutNights(ran)).as("files in the order of their taking").isEqualTo(withoutNights(clean));
        comparePictures(ran);
    }

    private static List<String> withoutNights(Ran ran) {
        return ran.order().stream()
                .map(file -> file.substring(0, file.lastIndexOf(' ')))
                .toList();
    }

    /** How many runs came in the order of the one without faults. */
    int compared() {
        return compared;
    }

    void compare(Ran ran) {
        assertThat(ran.order())
                .as("files in the order of their taking, and their nights")
                .isEqualTo(clean.order());
        comparePictures(ran);
    }

    private void comparePictures(Ran ran) {
        assertThat(ran.picture().contacts())
                .as("contacts")
                .isEqualTo(clean.picture().contacts());
        assertThat(ran.picture().answers())
                .as("answers")
                .isEqualTo(clean.picture().answers());
    }

    private long anywhere() {
        return 1 + random.nextInt(clean.points().size());
    }

    private Fault any(List<Fault> faults) {
        return faults.get(random.nextInt(faults.size()));
    }
}
