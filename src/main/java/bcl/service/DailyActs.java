package bcl.service;

import bcl.commands.EngineSettings;
import bcl.ledger.DailyAct;
import bcl.ledger.DailyLedger;
import bcl.night.NightClock;
import bcl.night.StopRequest;
import bcl.night.UkTime;
import bcl.night.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Does once a day what a service does by itself, outside of the window: when that opens, the act ends and begins anew later. Of several
 * services one does it. Belongs to one thread.
 */
final class DailyActs {
    private static final Logger LOG = LoggerFactory.getLogger(DailyActs.class);
    private static final long BEAT = java.time.Duration.ofSeconds(30).toNanos();

    private final EngineSettings settings;
    private final NightClock clock;
    private final DailyLedger ledger;
    private final String holder;
    private final List<Act> acts;
    private final long startedAt;
    private StopRequest stop = new StopRequest();

    DailyActs(EngineSettings settings, NightClock clock, DailyLedger ledger, String holder, List<Act> acts) {
        this.settings = settings;
        this.clock = clock;
        this.ledger = ledger;
        this.holder = holder;
        this.acts = acts;
        this.startedAt = clock.nanos();
    }

    /** Something that is done once a day. */
    interface Act {
        String name();

        boolean isWanted();

        /** Does it. What the database refuses may be thrown: it is begun anew when the database is back. */
        Result run(BooleanSupplier goOn);
    }

    /**
     * How it ended.
     *
     * @param figure null if it failed
     * @param complete false if it was stopped, and is to begin anew
     */
    record Result(@Nullable Long figure, String detail, boolean complete) {}

    /** What ends it before its time. */
    DailyActs until(StopRequest end) {
        stop = end;
        return this;
    }

    /** One look; to be called every few seconds. */
    void look() {
        for (Act act : acts) {
            if (act.isWanted() && isTime()) {
                LocalDate day = UkTime.localDate(clock.now());
                if (ledger.take(act.name(), day, holder, clock.now())) {
                    run(act, day);
                }
            }
        }
    }

    private boolean isTime() {
        Instant now = clock.now();
        Instant before = now.minus(settings.daily().delay());
        return !stop.isRequested()
                && clock.nanos() - startedAt >= settings.daily().delay().toNanos()
                && Window.containing(now, settings.window()).isEmpty()
                && Window.containing(before, settings.window()).isEmpty();
    }

    private void run(Act act, LocalDate day) {
        long[] beat = {clock.nanos()};
        LOG.info("Daily {} begins", act.name());
        Result result = attempt(act, () -> {
            if (clock.nanos() - beat[0] > BEAT) {
                beat[0] = clock.nanos();
                ledger.beat(act.name(), day, holder, clock.now());
            }
            return !stop.isRequested()
                    && Window.containing(clock.now(), settings.window()).isEmpty();
        });
        if (result.complete()) {
            ledger.end(new DailyAct(act.name(), day, clock.now(), result.figure(), result.detail()), holder);
        } else {
            ledger.giveBack(act.name(), day, holder);
        }
        LOG.info("Daily {} ended{}: {}", act.name(), result.complete() ? "" : " before its time", result.detail());
    }

    private static Result attempt(Act act, BooleanSupplier goOn) {
        try {
            return act.run(goOn);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Failed", e);
            return new Result(null, "the database went away", false);
        }
    }
}
