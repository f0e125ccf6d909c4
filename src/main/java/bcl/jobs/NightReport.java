package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Worked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a run did, for its exit code and its last lines. Thread-safe. */
public final class NightReport {
    private final List<Long> answered = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int taken;
    private Worked worked = Worked.NOTHING;
    private String stoppedBecause = "";
    private boolean looked;
    private boolean referenceMissing;

    synchronized void taken(int files) {
        taken += files;
        looked = true;
    }

    synchronized void answered(LedgerFile file) {
        answered.add(file.id());
    }

    /** Something that the engine failed at, which is never the sender's fault. */
    synchronized void failed(String what, String why) {
        String failure = what + ": " + why;
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
    }

    synchronized Worked workedSmall(long files, Duration time) {
        worked = worked.plusSmall(files, time);
        return worked;
    }

    synchronized Worked workedLarge(long contacts, Duration time) {
        worked = worked.plusLarge(contacts, time);
        return worked;
    }

    synchronized void stopped(String reason) {
        stoppedBecause = reason;
    }

    synchronized void noReferenceData() {
        referenceMissing = true;
    }

    /** Files that were taken from inbound folders. */
    public synchronized int taken() {
        return taken;
    }

    /** Whether inbound folders were looked at: a run that is stopped before does not know what lies there. */
    public synchronized boolean hasLooked() {
        return looked;
    }

    /** The numbers of the files whose answers lie in outbound folders because of this run. */
    public synchronized List<Long> answered() {
        return List.copyOf(answered);
    }

    /** How much was done in which time. */
    public synchronized Worked worked() {
        return worked;
    }

    /** What and why, one line each, with the next step. */
    public synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Why the run ended before its work did; empty if it did not. */
    public synchronized String stoppedBecause() {
        return stoppedBecause;
    }

    /** Whether there was no reference data at all, so that nothing was touched. */
    public synchronized boolean isReferenceMissing() {
        return referenceMissing;
    }
}
