package bcl.drill;

import bcl.night.NightClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * The door of this package: sends generated files to an engine that is killed by SIGKILL at moments by chance, lets it finish, and
 * compares what came of it with a run that nobody disturbed.
 */
public final class Drill {
    /** Beyond the time after which a file without trailer is taken. */
    private static final Duration AGE = Duration.ofHours(2);

    private final DrillPlan plan;
    private final NightClock clock = NightClock.system();
    private final Traffic traffic;

    private Drill(DrillPlan plan) throws IOException {
        this.plan = plan;
        this.traffic = Traffic.generate(plan, clock.now().minus(AGE));
    }

    /**
     * Drills until all kills are done, or a stop is asked for. No process is left when it returns or throws; the files are.
     *
     * @param progress told the number of kills after each
     */
    public static DrillReport run(DrillPlan plan, IntConsumer progress) throws IOException, InterruptedException {
        return new Drill(plan).run(progress);
    }

    private DrillReport run(IntConsumer progress) throws IOException, InterruptedException {
        long from = clock.nanos();
        List<String> faults = new ArrayList<>();
        AnswerBook wanted = undisturbed(faults);
        DrillHome home = home("killed", plan.database());
        home.makeSlow(traffic.middleSize());
        Random random = new Random(plan.seed());
        Arrivals arrivals = new Arrivals(traffic.files(), home, random);
        Kills kills = new Kills(plan, home, arrivals, random);
        drill(home, arrivals, kills, faults, progress);
        faults.addAll(home.leftInInbound());
        AnswerBook found = AnswerBook.read(home.answers());
        Comparison comparison = Comparison.of(wanted, found);
        faults.addAll(comparison.faults());
        return new DrillReport(
                kills.done(),
                kills.starts(),
                traffic.files().size(),
                arrivals.resent(),
                found.contacts(),
                kills.meanRecovery(),
                comparison.lost(),
                comparison.doubled(),
                plan.seed(),
                Duration.ofNanos(clock.nanos() - from),
                faults,
                !plan.stop().isRequested());
    }

    private void drill(DrillHome home, Arrivals arrivals, Kills kills, List<String> faults, IntConsumer progress)
            throws IOException, InterruptedException {
        try (OutboundWatch watch = new OutboundWatch(home::answers)) {
            // An engine that fails by itself needs no kills to be told of.
            if (faults.isEmpty()) {
                kills.run(progress);
            }
            if (!plan.stop().isRequested()) {
                arrivals.sendRest();
                // The second one finds nothing to do, and must change nothing.
                finish(home, faults, "night", "night", "reconcile");
            }
            watch.close();
            faults.addAll(kills.faults());
            faults.addAll(watch.faults());
        }
    }

    private AnswerBook undisturbed(List<String> faults) throws IOException, InterruptedException {
        DrillHome home = home("undisturbed", Map.of());
        new Arrivals(traffic.files(), home, new Random(0)).sendRest();
        finish(home, faults, "night", "reconcile");
        AnswerBook answers = AnswerBook.read(home.answers());
        if (answers.contacts() == 0) {
            faults.add("Nothing was answered though nobody disturbed it");
        }
        return answers;
    }

    private DrillHome home(String name, Map<String, String> database) throws IOException {
        Path root = plan.folder().resolve(name);
        DrillHome home = new DrillHome(root, plan, database);
        home.layReference(traffic.reference());
        return home;
    }

    private void finish(DrillHome home, List<String> faults, String... commands)
            throws IOException, InterruptedException {
        for (String command : commands) {
            try (EngineProcess process = home.start(command)) {
                int code = process.exitCode();
                if (code != 0 && !plan.stop().isRequested()) {
                    faults.add(process.told(command + " ended with " + code));
                }
            }
        }
    }
}
