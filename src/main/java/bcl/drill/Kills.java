package bcl.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** Starts the engine and kills it, until that has been done often enough. */
final class Kills {
    /** Starts for each kill, at most: one can end before its moment comes. */
    private static final int STARTS_A_KILL = 5;

    private static final int KILLED = 137;

    private final DrillPlan plan;
    private final DrillHome home;
    private final Arrivals arrivals;
    private final Random random;
    private final List<String> faults = new ArrayList<>();
    private final List<Duration> recoveries = new ArrayList<>();
    private int done;
    private int starts;

    Kills(DrillPlan plan, DrillHome home, Arrivals arrivals, Random random) {
        this.plan = plan;
        this.home = home;
        this.arrivals = arrivals;
        this.random = random;
    }

    int done() {
        return done;
    }

    int starts() {
        return starts;
    }

    List<String> faults() {
        return faults;
    }

    Duration meanRecovery() {
        Duration sum = recoveries.stream().reduce(Duration.ZERO, Duration::plus);
        return recoveries.isEmpty() ? sum : sum.dividedBy(recoveries.size());
    }

    /** @param progress told the number of kills after each */
    void run(IntConsumer progress) throws IOException, InterruptedException {
        boolean killed = false;
        while (done < plan.kills() && !plan.stop().isRequested()) {
            if (starts >= STARTS_A_KILL * (plan.kills() + 1)) {
                faults.add("The engine ended too soon to be killed " + plan.kills() + " times; it was killed " + done);
                return;
            }
            arrivals.sendSome();
            starts++;
            try (EngineProcess engine = home.start("night")) {
                boolean recovers = killed;
                killed = kill(engine);
                Duration untilWork = engine.untilWork();
                if (recovers && untilWork != null) {
                    recoveries.add(untilWork);
                }
            }
            if (killed) {
                done++;
                progress.accept(done);
            }
        }
    }

    private boolean kill(EngineProcess engine) throws IOException, InterruptedException {
        Moment moment = Moment.by(random);
        Duration later = moment.later(random);
        if (moment.isMetBy(engine, home)) {
            arrivals.sendMore();
            engine.killAfter(later);
        }
        int code = engine.exitCode();
        if (code != KILLED && code != 0 && !plan.stop().isRequested()) {
            faults.add(engine.told("night ended with " + code));
        }
        if (engine.log().contains("\n\tat ")) {
            faults.add(engine.told("night printed a stack trace"));
        }
        return code == KILLED;
    }
}
