package bcl.generate;

import java.util.ArrayList;
import java.util.List;

/** Spoils contacts, by each fault in its turn: the one that has waited longest and is possible comes next. */
final class Spoiler {
    private final List<Fault> waiting = new ArrayList<>();

    Spoiler() {
        waiting.addAll(FormFaults.ALL);
        waiting.addAll(SubjectFaults.ALL);
    }

    /** Whether a fault was possible, which nearly always one is. */
    boolean spoil(Draft draft, Fault.Setting setting) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.change().apply(draft, setting)) {
                waiting.remove(i);
                waiting.add(fault);
                return true;
            }
        }
        return false;
    }
}
