package bcl.service;

import bcl.commands.EngineSettings;
import bcl.ledger.Notice;
import bcl.ledger.OperatorLedger;
import bcl.night.NightClock;
import bcl.retention.Erasing;
import bcl.retention.Retention;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code erase} by the settings, by the service itself. */
final class DailyErase implements DailyActs.Act {
    static final String NAME = "erase";
    private static final Logger LOG = LoggerFactory.getLogger(DailyErase.class);

    private final EngineSettings settings;
    private final Retention retention;
    private final OperatorLedger operators;
    private final NightClock clock;

    DailyErase(EngineSettings settings, Retention retention, OperatorLedger operators, NightClock clock) {
        this.settings = settings;
        this.retention = retention;
        this.operators = operators;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isWanted() {
        return !settings.retention().isNothing();
    }

    @Override
    public DailyActs.Result run(BooleanSupplier goOn) {
        try {
            Erasing done = retention.erase(settings.retention(), goOn);
            String told = done.told();
            if (!done.isNothing()) {
                operators.notice(new Notice(clock.now(), "ERASED", null, "bcl.retention", told));
            }
            return new DailyActs.Result(done.files(), told, done.complete());
        } catch (IOException e) {
            LOG.error("What is old enough could not be erased, and is tried again tomorrow: {}", e.getMessage());
            operators.notice(
                    new Notice(clock.now(), "ERASE_FAILED", null, "bcl.retention", String.valueOf(e.getMessage())));
            return new DailyActs.Result(null, "failed: " + e.getMessage(), true);
        }
    }
}
