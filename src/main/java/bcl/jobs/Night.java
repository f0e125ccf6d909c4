package bcl.jobs;

import bcl.intake.Intake;
import bcl.intake.IntakeReport;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import bcl.night.Pace;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run over all that is left to do: takes complete files, decides them in their order and answers them, until nothing is left
 * or no chunk may start any more. Belongs to one thread; the caller holds the night's lease.
 */
final class Night {
    private final Stores stores;
    private final Intake intake;
    private final SmallFiles small;
    private final LargeFiles large;
    private final NightSettings settings;
    private final long fileLimit;

    Night(Stores stores, Intake intake, SmallFiles small, LargeFiles large, NightRun.Work work) {
        this.stores = stores;
        this.intake = intake;
        this.small = small;
        this.large = large;
        this.settings = work.settings();
        this.fileLimit = work.limits().fileSize();
    }

    void run(ChunkPacer pacer, Turns turns, NightReport report) throws InterruptedException {
        boolean more = true;
        while (more && mayGoOn(pacer, report)) {
            IntakeReport taken = intake.takeAll();
            report.taken(taken.taken().size());
            taken.failures()
                    .forEach(failure -> report.failed(
                            "inbound folder " + failure.folder(),
                            failure.cause().getClass().getSimpleName() + ". " + failure.nextStep()));
            turns.publishing().publishLeft();
            more = work(pacer, turns) || !taken.taken().isEmpty();
        }
        // Whether a last round did little because nothing was left or because it was stopped, only the pacer can tell.
        mayGoOn(pacer, report);
        if (large.pauseOpen() > 0 && report.stoppedBecause().isEmpty()) {
            report.stopped(Pace.StopReason.TOO_LITTLE_TIME.name());
        }
    }

    private static boolean mayGoOn(ChunkPacer pacer, NightReport report) {
        if (pacer.mayStart() instanceof Pace.Stop stop) {
            report.stopped(stop.reason().name());
            return false;
        }
        return true;
    }

    /** One round: what an earlier run left of large files, all small files that have their turn, then one large file. */
    private boolean work(ChunkPacer pacer, Turns turns) {
        for (LedgerFile begun : begun()) {
            large.run(begun, pacer, turns);
        }
        Map<String, Deque<LedgerFile>> queues =
                WorkOrder.byOrganisation(stores.files().inState(FileState.TAKEN), blocked());
        List<LedgerFile> next = smallInTurn(queues);
        if (!next.isEmpty()) {
            small.run(next, pacer, turns);
        }
        for (Deque<LedgerFile> queue : queues.values()) {
            LedgerFile first = queue.peek();
            if (first != null && pacer.mayStart() instanceof Pace.Go) {
                large.run(first, pacer, turns);
                return true;
            }
        }
        return !next.isEmpty();
    }

    private List<LedgerFile> begun() {
        List<LedgerFile> begun = new ArrayList<>(stores.files().inState(FileState.OPEN));
        begun.addAll(stores.files().inState(FileState.PAUSED));
        return begun;
    }

    /** Takes the small files off the queues, organisation by organisation in turn, each up to its first large file. */
    private List<LedgerFile> smallInTurn(Map<String, Deque<LedgerFile>> queues) {
        List<LedgerFile> next = new ArrayList<>();
        int before = -1;
        while (before < next.size()) {
            before = next.size();
            for (Deque<LedgerFile> queue : queues.values()) {
                LedgerFile first = queue.peek();
                if (first != null && isSmall(first)) {
                    next.add(queue.remove());
                }
            }
        }
        return next;
    }

    /** A file above the agreed size is not looked into, so that it is as little work as a small one. */
    private boolean isSmall(LedgerFile file) {
        return file.size() <= settings.smallFile() || file.size() > fileLimit;
    }

    private Set<String> blocked() {
        Set<String> blocked = new HashSet<>();
        for (FileState state : List.of(FileState.HELD, FileState.PAUSED, FileState.OPEN)) {
            stores.files().inState(state).forEach(file -> blocked.add(WorkOrder.stream(file)));
        }
        return blocked;
    }
}
