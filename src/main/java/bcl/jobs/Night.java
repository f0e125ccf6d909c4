package bcl.jobs;

import bcl.intake.Intake;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.night.ChunkPacer;
import bcl.night.Pace;
import java.util.ArrayDeque;
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
    private final Turns turns;
    private final NightSettings settings;
    private final NightReport report;

    Night(
            Stores stores,
            Intake intake,
            SmallFiles small,
            LargeFiles large,
            Turns turns,
            NightSettings settings,
            NightReport report) {
        this.stores = stores;
        this.intake = intake;
        this.small = small;
        this.large = large;
        this.turns = turns;
        this.settings = settings;
        this.report = report;
    }
}
