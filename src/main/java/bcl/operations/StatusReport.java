package bcl.operations;

import bcl.ledger.FileState;
import bcl.ledger.FileSummary;
import bcl.ledger.Notice;
import bcl.ledger.Quarantined;
import bcl.ledger.Running;
import bcl.ledger.Totals;
import bcl.night.Forecast;
import bcl.wire.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static final List<String> SHOWN_OTHERWISE = List.of(Reason.FIL00019.name(), "HELD", "QUARANTINE");

    static StatusReport of(StatusSources sources, Path home) {
        var overview = sources.overview();
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
                new NextSteps(home, states, running).of(notFinished, gaps, quarantine),
                sources.forecast()
                        .get()
                        .filter(forecast -> !forecast.left().isEmpty() || forecast.left().keptBack() > 0)
                        .orElse(null));
    }
}
