package bcl.service;

import bcl.http.Sample;
import bcl.ledger.DailyAct;
import bcl.ledger.DailyLedger;
import bcl.ledger.Figures;
import bcl.ledger.NightLease;
import bcl.night.Forecast;
import bcl.night.NightClock;
import bcl.shift.Forecasts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What operators watch, as metrics. Thread-safe; read by one query each, at most every ten seconds. */
final class ServiceFigures implements Supplier<List<Sample>> {
    private final Figures figures;
    private final Forecasts forecasts;
    private final NightLease lease;
    private final DailyLedger daily;
    private final NightClock clock;

    ServiceFigures(Figures figures, Forecasts forecasts, NightLease lease, DailyLedger daily, NightClock clock) {
        this.daily = daily;
        this.clock = clock;
        this.figures = figures;
        this.forecasts = forecasts;
        this.lease = lease;
    }

    @Override
    public List<Sample> get() {
        List<Sample> samples = new ArrayList<>();
        labelled(samples, "bcl.files", "Files by state", "state", figures.filesByState());
        labelled(samples, "bcl.contacts", "Contacts of decided files", "outcome", figures.contactsByOutcome());
        labelled(samples, "bcl.reasons", "Reasons told in answers by code", "code", figures.reasonsByCode());
        samples.add(sample(
                "bcl.answers.uncollected", "Published answers that nobody collected", (double) figures.uncollected()));
        samples.add(sample("bcl.quarantine.files", "Files in quarantine", (double) figures.quarantined()));
        daily(samples);
        forecast(samples);
        samples.add(sample(
                "bcl.night.running",
                "Whether a process runs the night",
                lease.current().isPresent() ? 1 : 0));
        return samples;
    }

    /** Nothing before the first one. */
    private void daily(List<Sample> samples) {
        samples.add(sample("bcl.erased.files", "Files whose content was erased by rule", (double) figures.erased()));
        DailyAct last = daily.last(DailyReconcile.NAME).orElse(null);
        Long differences = last == null ? null : last.figure();
        Instant ended = last == null ? null : last.ended();
        if (differences != null && ended != null) {
            samples.add(sample(
                    "bcl.reconcile.differences", "What the last daily reconcile found", differences.doubleValue()));
            samples.add(sample("bcl.reconcile.age.seconds", "Time since the last daily reconcile", (double)
                    Duration.between(ended, clock.now()).toSeconds()));
        }
    }

    private void forecast(List<Sample> samples) {
        Forecast forecast = forecasts.now();
        boolean open = forecast.begins().isAfter(forecast.window().opens());
        samples.add(sample("bcl.window.open", "Whether the window is open", open ? 1 : 0));
        samples.add(sample(
                "bcl.window.left.seconds", "Time from now, or from the opening of the next window, to its end", (double)
                        Duration.between(forecast.begins(), forecast.window().closes())
                                .toSeconds()));
        samples.add(sample(
                "bcl.forecast.needed.seconds",
                "Time that the work needs from its beginning",
                forecast.needed().toMillis() / 1000.0));
        samples.add(sample(
                "bcl.forecast.late.files",
                "Files that cannot be finished in the window",
                forecast.allLate().size()));
        samples.add(sample(
                "bcl.rate.contacts",
                "Contacts of large files a second",
                forecast.rates().contactsPerSecond()));
        samples.add(sample(
                "bcl.rate.files", "Small files a second", forecast.rates().filesPerSecond()));
    }

    private static void labelled(
            List<Sample> samples, String name, String help, String label, Map<String, Long> counts) {
        counts.forEach(
                (value, count) -> samples.add(new Sample(name, help, Map.of(label, value), count.doubleValue())));
    }

    private static Sample sample(String name, String help, double value) {
        return new Sample(name, help, Map.of(), value);
    }
}
