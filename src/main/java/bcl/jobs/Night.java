package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import bcl.night.Pace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run over all that is left to do: takes complete files, decides them in their order and answers them, until nothing is left
 * or no chunk may start any more. Belongs to one thread; the caller holds the night's lease.
 */
final class Night {
    private final Stores stores;
    private final Share share;
    private final Lanes lanes;
    private final NightSettings settings;
    private final long fileLimit;
    private final Map<String, Integer> lastTurns = new HashMap<>();
    private int largeTurns;

    Night(Stores stores, Share share, Lanes lanes, NightRun.Work work) {
        this.stores = stores;
        this.share = share;
        this.lanes = lanes;
        this.settings = work.settings();
        this.fileLimit = work.limits().fileSize();
    }

    void run(ChunkPacer pacer, Turns turns, NightReport report) throws InterruptedException {
        boolean more = true;
        while (more && mayGoOn(pacer, report)) {
            boolean taken = share.takeIn(report, () -> pacer.mayStart() instanceof Pace.Stop);
            turns.publishing().publishLeft(share::includes);
            more = work(pacer, turns, report) || taken;
        }
        // Whether a last round did little because nothing was left or because it was stopped, only the pacer can tell.
        mayGoOn(pacer, report);
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
        List<LedgerFile> begun = begun(turns.setbacks());
        Map<String, Deque<LedgerFile>> queues = queues(turns.setbacks());
        lanes.tellLeft(begun, queues.values());
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
        return turns.setbacks().isWorkLeft() || !next.isEmpty() || large.isPresent();
    }

    private Optional<LedgerFile> largeInTurn(List<LedgerFile> begun, Collection<Deque<LedgerFile>> queues) {
        return Stream.concat(begun.stream(), queues.stream().flatMap(queue -> Stream.ofNullable(queue.peek())))
                .min(Comparator.comparingInt(file -> lastTurns.getOrDefault(file.organisation(), 0)));
    }

    private List<LedgerFile> begun(Setbacks setbacks) {
        return stores.files().unfinished().stream()
                .filter(file -> file.state() == FileState.OPEN || file.state() == FileState.PAUSED)
                .filter(file -> share.includes(file) && !setbacks.isWaiting(file))
                .toList();
    }

    private Map<String, Deque<LedgerFile>> queues(Setbacks setbacks) {
        List<LedgerFile> taken = new ArrayList<>();
        List<LedgerFile> before = new ArrayList<>();
        for (LedgerFile file : stores.files().notAnswered()) {
            switch (file.state()) {
                case TAKEN -> (setbacks.isWaiting(file) ? before : taken).add(file);
                case OPEN, PAUSED, HELD -> before.add(file);
                case DECIDED, REJECTED, ANSWERED -> {}
            }
        }
        taken.removeIf(file -> !share.includes(file));
        return WorkOrder.byOrganisation(taken, before);
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
}
