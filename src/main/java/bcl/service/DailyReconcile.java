package bcl.service;

import bcl.commands.EngineSettings;
import bcl.commands.Printable;
import bcl.ledger.Notice;
import bcl.ledger.OperatorLedger;
import bcl.night.NightClock;
import bcl.reconciliation.Reconciled;
import bcl.reconciliation.Reconciliation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code reconcile}, by the service itself: repairs by SQL, lost rows and changed files are told the day after at the latest. */
final class DailyReconcile implements DailyActs.Act {
    static final String NAME = "reconcile";
    private static final Logger LOG = LoggerFactory.getLogger(DailyReconcile.class);
    private static final int TOLD = 20;

    private final EngineSettings settings;
    private final Reconciliation reconciliation;
    private final OperatorLedger operators;
    private final NightClock clock;

    DailyReconcile(EngineSettings settings, Reconciliation reconciliation, OperatorLedger operators, NightClock clock) {
        this.settings = settings;
        this.reconciliation = reconciliation;
        this.operators = operators;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isWanted() {
        return settings.daily().reconcile();
    }

    @Override
    public DailyActs.Result run(BooleanSupplier goOn) {
        List<String> first = new ArrayList<>();
        Reconciled result = reconciliation.run(
                difference -> {
                    if (first.size() < TOLD) {
                        first.add(Printable.prose(difference.text()));
                    }
                },
                (files, of) -> goOn.getAsBoolean());
        if (!result.complete()) {
            return new DailyActs.Result(null, "after " + result.files() + " files", false);
        }
        String told = String.format(Locale.UK, "%,d files, %,d differences", result.files(), result.differences());
        if (result.differences() > 0) {
            first.forEach(text -> LOG.error("Reconcile: {}", text));
            operators.notice(new Notice(
                    clock.now(),
                    "RECONCILE_DIFFERS",
                    null,
                    result.differences() + " differences",
                    String.join("; ", first) + ". ./run.sh reconcile tells all, and what to do"));
        }
        return new DailyActs.Result(result.differences(), told, true);
    }
}
