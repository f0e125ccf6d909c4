package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.ledger.Notice;
import bcl.responses.StorageFailed;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one run does about failures: the run ends, the file is tried again, waits for the next run, or is held. Belongs to the
 * run's thread.
 */
final class Setbacks {
    /** A file whose rows moved or were locked so often is not in somebody's way: something is wrong with it. */
    private static final int MOST_TRIES = 10;

    /** What takes so long without a commit will take so long the next night too, unless something came in between. */
    private static final Duration HOPELESS = Duration.ofHours(1);

    private static final String UNDONE = "UNDONE";

    private final Stores stores;
    private final long run;
    private final NightReport report;
    private final Map<Long, Integer> tries = new HashMap<>();
    private final Set<Long> waiting = new HashSet<>();
    private boolean again;

    Setbacks(Stores stores, long run, NightReport report) {
        this.stores = stores;
        this.run = run;
        this.report = report;
    }

    /** @throws RunBroken if a failure concerns more than the files that were worked on */
    void endRunIfBroken(Throwable failure) {
        if (Failures.isRunBroken(failure)) {
            throw RunBroken.takenOver(failure);
        }
        if (Failures.isDatabaseAway(failure)) {
            throw RunBroken.databaseAway(failure);
        }
        if (Failures.isConflict(failure) && !stores.runs().isRunning(run)) {
            throw RunBroken.takenOver(failure);
        }
    }

    /**
     * Whether a file that failed is to be held for it.
     *
     * @param took how long it was worked on without end
     * @throws RunBroken if the failure concerns more than this file
     */
    boolean isToBeHeld(LedgerFile file, Throwable failure, Duration took) {
        endRunIfBroken(failure);
        if (Failures.isWindowClosed(failure)) {
            boolean hopeless = took.compareTo(HOPELESS) >= 0 && wasUndone(file);
            tellUndone(file.id(), file.name(), took);
            return hopeless;
        }
        @Nullable StorageFailed storage = Failures.storage(failure);
        if (storage != null) {
            waiting.add(file.id());
            report.failed("file " + file.id(), String.valueOf(storage.getMessage()));
            return false;
        }
        if (Failures.isConflict(failure) || Failures.isPassing(failure)) {
            boolean mayTry = tries.merge(file.id(), 1, Integer::sum) <= MOST_TRIES;
            again |= mayTry;
            return !mayTry;
        }
        return true;
    }

    /** Whether small files were not done when the window closed: the next run does them, and nothing is held for it. */
    boolean isUndone(Throwable failure, Duration took) {
        boolean undone = Failures.isWindowClosed(failure);
        if (undone) {
            tellUndone(null, "small files", took);
        }
        return undone;
    }

    private boolean wasUndone(LedgerFile file) {
        return stores.operators().notices(UNDONE).stream()
                .anyMatch(notice -> Objects.equals(notice.fileId(), file.id()));
    }

    private void tellUndone(@Nullable Long file, String what, Duration took) {
        String text = "The window closed after " + took.toSeconds()
                + " s of work, before it was ready to be committed; " + "it was undone, and the next run does it again";
        stores.operators().notice(new Notice(stores.clock().now(), UNDONE, file, what, text));
    }

    /** Whether the file waits for another run, since a disk did not take its answer. */
    boolean isWaiting(LedgerFile file) {
        return waiting.contains(file.id());
    }

    /** Whether a file is to be tried again since this was last asked. */
    boolean isWorkLeft() {
        boolean left = again;
        again = false;
        return left;
    }
}
