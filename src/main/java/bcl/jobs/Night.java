package bcl.jobs;

import bcl.intake.Intake;
import bcl.intake.IntakeReport;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import bcl.night.Pace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run over all that is left to do: takes complete files, decides them in their order and answers them, until nothing is left
 * or no chunk may start any more. Belongs to one thread; the caller holds the night's lease.
 */
final class Night {
    private final Stores stores;
    private final Intake intake;
    private final Lanes lanes;
    private final NightSettings settings;
    private final long fileLimit;
    private final Map<String, Integer> lastTurns = new HashMap<>();
    private int largeTurns;

    Night(Stores stores, Intake intake, Lanes lanes, NightRun.Work work) {
        this.stores = stores;
        this.intake = intake;
        this.lanes = lanes;
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
            more = work(pacer, turns, report) || !taken.taken().isEmpty();
        }
        if (lanes.pauseOpen() > 0 && report.stoppedBecause().isEmpty()) {
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

    /**
     * One round: the small files that have their turn, then a turn of one large file, of the organisation whose last one is
     * longest ago. So a large file delays another sender's small one by two turns at most.
     */
    private boolean work(ChunkPacer pacer, Turns turns, NightReport report) {
        List<LedgerFile> begun = begun();
        Map<String, Deque<LedgerFile>> queues =
                WorkOrder.byOrganisation(stores.files().inState(FileState.TAKEN), blocked());
        // What an organisation sent after a file that is begun waits until that is done.
        begun.forEach(file -> queues.remove(file.organisation()));
        List<LedgerFile> next = smallInTurn(queues);
        if (!next.isEmpty()) {
            lanes.small(next, pacer, turns, report);
        }
        Optional<LedgerFile> large = largeInTurn(begun, queues.values());
        if (large.isPresent() && pacer.mayStart() instanceof Pace.Go) {
            lastTurns.put(large.get().organisation(), ++largeTurns);
            lanes.large(large.get(), pacer, turns, report);
        }
        return !next.isEmpty() || large.isPresent();
    }

    private Optional<LedgerFile> largeInTurn(List<LedgerFile> begun, Collection<Deque<LedgerFile>> queues) {
        return Stream.concat(begun.stream(), queues.stream().flatMap(queue -> Stream.ofNullable(queue.peek())))
                .min(Comparator.comparingInt(file -> lastTurns.getOrDefault(file.organisation(), 0)));
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
