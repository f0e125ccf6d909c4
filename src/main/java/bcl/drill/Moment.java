package bcl.drill;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** When a kill comes: after something was seen of the engine, and a time by chance. */
enum Moment {
    /** At any time from its first instruction: recovery, and whatever comes then. */
    ANY(3000),
    /** Files are claimed, copied and recorded. */
    INTAKE(60),
    /** Contacts are decided. */
    NIGHT(1200),
    /** Answers get their names. */
    PUBLISHING(60);

    private final int spread;

    Moment(int spread) {
        this.spread = spread;
    }

    static Moment by(Random random) {
        Moment[] all = values();
        return all[random.nextInt(all.length)];
    }

    /** Waits for it; false if the engine ended without it. */
    boolean isMetBy(EngineProcess engine, DrillHome home) {
        List<?> before = home.published();
        return switch (this) {
            case ANY -> true;
            case INTAKE -> engine.runsUntil(home::isTakingIn);
            case NIGHT -> engine.runsUntil(engine::isAtWork);
            case PUBLISHING -> engine.runsUntil(() -> !home.published().equals(before));
        };
    }

    Duration later(Random random) {
        return Duration.ofMillis(random.nextInt(spread));
    }
}
