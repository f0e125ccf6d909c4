package bcl.jobs;

import bcl.ledger.LedgerFile;
import java.util.function.BooleanSupplier;

/** Which files a run works on. */
interface Share {
    boolean includes(LedgerFile file);

    /** Takes complete files from inbound folders, and says whether there were any; waits for nobody once it is stopped. */
    boolean takeIn(NightReport report, BooleanSupplier stopped) throws InterruptedException;
}
