package bcl.shift;

import bcl.commands.EngineSettings;
import bcl.jobs.KeptBack;
import bcl.jobs.Stores;
import bcl.ledger.Notice;
import bcl.ledger.RunLedger;
import bcl.ledger.WorkLedger;
import bcl.ledger.Worked;
import bcl.night.Forecast;
import bcl.night.Rates;
import bcl.night.UkTime;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** When the night will be done, by what is left and by how fast this and earlier nights went. Thread-safe. */
@Component
public final class Forecasts {
    /** The kind of notice for a file that cannot be finished within its window. */
    static final String CANNOT_FINISH = "CANNOT_FINISH";

    private static final Logger LOG = LoggerFactory.getLogger(Forecasts.class);
    private static final int RUNS = 20;
    /** Less than this is no measure: the first file of a night pays for warming up. */
    private static final long ENOUGH_CONTACTS = 5_000;

    private static final long ENOUGH_FILES = 20;

    private final EngineSettings settings;
    private final Stores stores;
    private final RunLedger runs;
    private final WorkLedger work;
    private final Set<String> announced = ConcurrentHashMap.newKeySet();

    Forecasts(EngineSettings settings, Stores stores, RunLedger runs, WorkLedger work) {
        this.settings = settings;
        this.stores = stores;
        this.runs = runs;
        this.work = work;
    }

    public Forecast now() {
        Forecast forecast = Forecast.of(
                stores.clock().now(),
                settings.window(),
                work.left(settings.night().smallFile(), settings.limits().fileSize(), KeptBack.behindHeld(stores)),
                rates(runs.workedLately(RUNS)));
        return forecast.late().isEmpty() ? forecast : forecast.with(KeptBack.behind(forecast.late(), stores));
    }

    /** Logs the forecast if something is left, and records each file that cannot be finished, once for its window. */
    public void announce() {
        Forecast forecast = now();
        if (forecast.left().isEmpty()) {
            return;
        }
        LOG.info("Forecast: {}", forecast.line());
        for (long number : forecast.late()) {
            if (announced.add(number + " " + forecast.window().opens())) {
                String until = UkTime.readable(forecast.window().closes());
                stores.operators()
                        .notice(new Notice(
                                stores.clock().now(),
                                CANNOT_FINISH,
                                number,
                                stores.files().get(number).name(),
                                "Cannot be finished in the window that closes " + until
                                        + ": it will be paused there, and the next night goes on with it"));
            }
        }
    }

    String mark() {
        return work.mark() + "/" + ReferenceMark.of(settings.home());
    }

    boolean isWorkLeft() {
        return !now().left().isEmpty();
    }

    static Rates rates(Worked worked) {
        boolean files = worked.smallFiles() >= ENOUGH_FILES;
        boolean contacts = worked.largeContacts() >= ENOUGH_CONTACTS;
        return new Rates(
                files ? perSecond(worked.smallFiles(), worked.smallTime()) : Rates.GUESS.filesPerSecond(),
                contacts ? perSecond(worked.largeContacts(), worked.largeTime()) : Rates.GUESS.contactsPerSecond(),
                files || contacts);
    }

    private static double perSecond(long count, Duration time) {
        return count * 1000.0 / Math.max(1, time.toMillis());
    }
}
