package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What no night will do before an operator acts: files that are held, and those that wait behind them in their streams. */
public final class KeptBack {
    private KeptBack() {}

    /** Files in state TAKEN whose turn cannot come while another file of their stream is held. */
    public static List<LedgerFile> behindHeld(Stores stores) {
        List<LedgerFile> held = stores.files().inState(FileState.HELD);
        if (held.isEmpty()) {
            return List.of();
        }
        Set<String> streams = new HashSet<>();
        held.forEach(file -> streams.add(WorkOrder.stream(file)));
        List<LedgerFile> taken = stores.files().inState(FileState.TAKEN).stream()
                .filter(file -> streams.contains(WorkOrder.stream(file)))
                .toList();
        List<LedgerFile> waiting = new ArrayList<>(taken);
        for (Deque<LedgerFile> turns : WorkOrder.byOrganisation(taken, held).values()) {
            waiting.removeAll(turns);
        }
        return waiting;
    }
}
