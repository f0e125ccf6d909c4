package bcl.simulation;

import bcl.commands.ExitCode;
import bcl.night.Window;
import bcl.night.WindowSettings;
import bcl.service.BareEngine;
import bcl.testsupport.Databases;
import bcl.testsupport.Picture;
import bcl.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Plays stories, each on a fresh home, and looks at all that must hold. */
final class Simulation {
    private final Path folder;
    private final Supplier<TestDatabase> databases;
    private final UnaryOperator<Platter> disk;

    /**
     * What a run came to.
     *
     * @param order in which the files of each organisation were taken
     * @param history equal for runs that did the same
     * @param chunks when the commit of each began
     * @param told notices of chunks that were not done when the window closed, and of files that were held
     */
    record Ran(
            Picture picture,
            List<String> order,
            List<Point> points,
            int history,
            List<Point> faulty,
            List<Instant> chunks,
            List<String> told) {}

    private Simulation(Path folder, Supplier<TestDatabase> databases, UnaryOperator<Platter> disk) {
        this.folder = folder;
        this.databases = databases;
        this.disk = disk;
    }

    static Simulation inMemory(Path folder) {
        return new Simulation(folder, Databases::freshInMemory, UnaryOperator.identity());
    }

    static Simulation on(Databases databases, Path folder) {
        return new Simulation(folder, databases::fresh, UnaryOperator.identity());
    }

    Simulation onDisk(UnaryOperator<Platter> another) {
        return new Simulation(folder, databases, another);
    }

    Ran run(Story story, Plan plan) throws IOException {
        Path root = Files.createDirectory(folder.resolve("home"));
        Files.writeString(root.resolve("application.yml"), story.settings);
        story.layReference(root);
        SimClock clock = new SimClock(story.start, story.step);
        Witness[] witness = new Witness[1];
        Machine.Make make =
                new Machine.Make(disk.apply(new Platter(root)), databases.get(), clock, story.seed, story.filesAClaim);
        try (Machine machine = new Machine(make, () -> witness[0].look())) {
            Senders senders = new Senders(machine);
            witness[0] = new Witness(machine, senders);
            machine.points.follow(plan);
            story.play(new Player(machine, senders, witness[0], story.seed));
            Ran ran = ran(machine, senders);
            requireInWindow(ran.chunks());
            machine.points.heal();
            witness[0].lookAtTheEnd();
            reconcile(machine);
            return ran;
        }
    }

    private static Ran ran(Machine machine, Senders senders) throws IOException {
        Points points = machine.points;
        return new Ran(
                Picture.of(machine.root, machine.database, senders.digests()),
                machine.database
                        .jdbc()
                        .sql(
                                "select name || ' ' || digest || ' ' || coalesce(cast(cast(decided_at as date) as varchar), '')"
                                        + " from inbound_file order by organisation, id")
                        .query(String.class)
                        .list(),
                points.all(),
                points.history(),
                points.faulty(),
                points.chunks(),
                machine.database
                        .jdbc()
                        .sql("select kind || ' ' || subject from notice where kind in ('UNDONE', 'HELD') order by id")
                        .query(String.class)
                        .list());
    }

    /** No story has an override: whatever happens, nothing is committed outside the window. */
    private static void requireInWindow(List<Instant> chunks) {
        for (Instant at : chunks) {
            if (Window.containing(at, WindowSettings.DEFAULT).isEmpty()) {
                throw new AssertionError("a chunk was committed outside the window, at " + at);
            }
        }
    }

    private static void reconcile(Machine machine) {
        BareEngine.Result result = machine.perform(engine -> engine.give("reconcile"));
        if (result.code() != ExitCode.DONE) {
            throw new AssertionError("reconcile found: " + result.out() + result.err());
        }
    }
}
