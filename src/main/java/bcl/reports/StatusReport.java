package bcl.reports;

import bcl.ledger.FileState;
import bcl.ledger.FileSummary;
import bcl.ledger.Notice;
import bcl.ledger.Quarantined;
import bcl.ledger.Running;
import bcl.ledger.Totals;
import bcl.night.Forecast;
import bcl.shift.NightLines;
import bcl.wire.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the command tells, all but the whole list of files.
 *
 * @param notFinished held files first; the first {@link #SHOWN} of them
 * @param lastFinished the newest first
 * @param contacts all that were ever logged
 * @param reasons how often each reason was told in answers, warnings included
 * @param notices the newest first, of kinds that the report does not show otherwise
 * @param forecast when what is left will be done; null if nothing is left
 */
record StatusReport(
        Map<FileState, Long> states,
        List<FileSummary> notFinished,
        List<FileSummary> lastFinished,
        long contacts,
        Totals totals,
        Map<Reason, Long> reasons,
        @Nullable Running running,
        List<Gap> gaps,
        List<Quarantined> quarantine,
        List<Notice> notices,
        List<String> next,
        @Nullable Forecast forecast) {
    /** People read a page, programs read {@code --json}. */
    static final int SHOWN = 50;

    private static final int FINISHED_SHOWN = 20;
    /** Runs that lost the database end without a code. */
    private static final int RUNS_ASKED = 20;

    private static final List<String> SHOWN_OTHERWISE = List.of(Reason.FIL00019.name(), "HELD", "QUARANTINE");

    static StatusReport of(StatusSources sources, Path home) {
        var overview = sources.overview();
        Optional<Forecast> forecast = sources.forecast().get();
        Map<FileState, Long> states = overview.states();
        List<FileSummary> notFinished = overview.notFinished(SHOWN);
        Running running = overview.running().orElse(null);
        List<Gap> gaps = sources.operators().notices(Reason.FIL00019.name()).stream()
                .map(Gap::of)
                .toList();
        List<Quarantined> quarantine = sources.operators().quarantine();
        return new StatusReport(
                states,
                notFinished,
                overview.lastFinished(FINISHED_SHOWN),
                sources.contacts().count(),
                overview.totals(),
                sources.answers().reasons(),
                running,
                gaps,
                quarantine,
                overview.notices(SHOWN_OTHERWISE, FINISHED_SHOWN),
                new NextSteps(home, states, running, behindHeld(forecast, states))
                        .of(NightLines.failure(sources.runs().last(RUNS_ASKED)), notFinished, gaps, quarantine),
                forecast.filter(StatusReport::isWorthTelling).orElse(null));
    }

    private static long behindHeld(Optional<Forecast> forecast, Map<FileState, Long> states) {
        long keptBack = forecast.map(made -> made.left().keptBack()).orElse(0L);
        return Math.max(0, keptBack - states.getOrDefault(FileState.HELD, 0L));
    }

    private static boolean isWorthTelling(Forecast forecast) {
        return !forecast.left().isEmpty() || forecast.left().keptBack() > 0;
    }
}
