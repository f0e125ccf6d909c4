package bcl.drill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a drill came to.
 *
 * @param kills that hit a running engine
 * @param starts of the engine, those that were not killed included
 * @param files that were sent, each once
 * @param resent how many of them were sent a second time
 * @param contacts that the answers tell of
 * @param recovery from a start after a kill to the first work, on average
 * @param lost contacts, or whole answers, that an undisturbed run has and this one has not
 * @param doubled contacts that this run has and an undisturbed one has not, and CRNs that were given twice
 * @param faults all that is wrong, in words
 * @param complete false if it was stopped before its end
 */
public record DrillReport(
        int kills,
        int starts,
        int files,
        int resent,
        long contacts,
        Duration recovery,
        long lost,
        long doubled,
        long seed,
        Duration elapsed,
        List<String> faults,
        boolean complete) {
    private static final double MILLIS = 1000;

    public DrillReport {
        faults = List.copyOf(faults);
    }

    /** Whether all that was sent was answered as if nobody had been killed. */
    public boolean isClean() {
        return complete && lost == 0 && doubled == 0 && faults.isEmpty();
    }

    /** All figures in one line. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "kills %d, starts %d, files %d, resent %d, contacts %d, mean recovery %.1f s, lost %d, doubled %d, seed %d,"
                        + " elapsed %d s",
                kills,
                starts,
                files,
                resent,
                contacts,
                recovery.toMillis() / MILLIS,
                lost,
                doubled,
                seed,
                elapsed.toSeconds());
    }
}
