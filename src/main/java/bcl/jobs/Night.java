package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import bcl.night.Pace;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * One run over all that is left to do: takes complete files, decides them in their order and answers them, until nothing is left
 * or no chunk may start any more. Belongs to one thread; the caller holds the night's lease.
 */
final class Night {
    private final Stores stores;
    private final Share share;
    private final SmallFiles small;
    private final LargeFiles large;
    private final NightSettings settings;
    private final long fileLimit;

    Night(Stores stores, Share share, SmallFiles small, LargeFiles large, NightRun.Work work) {
        this.stores = stores;
        this.share = share;
        this.small = small;
        this.large = large;
        this.settings = work.settings();
        this.fileLimit = work.limits().fileSize();
    }

    void run(ChunkPacer pacer, Turns turns, NightReport report) throws InterruptedException {
        boolean more = true;
        while (more && mayGoOn(pacer, report)) {
            boolean taken = share.takeIn(report);
            turns.publishing().publishLeft(share::includes);
            more = work(pacer, turns) || taken;
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
        for (LedgerFile begun : begun(turns.setbacks())) {
            large.run(begun, pacer, turns);
        }
        Map<String, Deque<LedgerFile>> queues = queues(turns.setbacks());
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
        return turns.setbacks().isWorkLeft() || !next.isEmpty();
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
