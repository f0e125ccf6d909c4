package bcl.jobs;

import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What no night will do before an operator acts, or before something else is done. */
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

    /**
     * Numbers of the other files whose turn comes after one of these: a file that is begun keeps back all that its sender sent, any
     * other what comes after it in its sender's turns. What waits behind a held file is not among them.
     */
    public static List<Long> behind(List<Long> late, Stores stores) {
        return behind(late, stores.files().notAnswered());
    }

    static List<Long> behind(List<Long> late, List<LedgerFile> notAnswered) {
        Set<Long> those = new HashSet<>(late);
        Set<String> keptBack = new HashSet<>();
        List<LedgerFile> taken = new ArrayList<>();
        List<LedgerFile> held = new ArrayList<>();
        for (LedgerFile file : notAnswered) {
            switch (file.state()) {
                case TAKEN -> taken.add(file);
                case HELD -> held.add(file);
                case OPEN, PAUSED -> {
                    if (those.contains(file.id())) {
                        keptBack.add(file.organisation());
                    }
                }
                case DECIDED, REJECTED, ANSWERED -> {}
            }
        }
        List<Long> behind = new ArrayList<>();
        WorkOrder.byOrganisation(taken, held).forEach((organisation, turns) -> {
            boolean isLate = keptBack.contains(organisation);
            for (LedgerFile file : turns) {
                if (isLate && !those.contains(file.id())) {
                    behind.add(file.id());
                }
                isLate |= those.contains(file.id());
            }
        });
        return behind;
    }
}
