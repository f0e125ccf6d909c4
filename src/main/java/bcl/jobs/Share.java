package bcl.jobs;

import bcl.ledger.LedgerFile;

/** Which files a run works on. */
interface Share {
    boolean includes(LedgerFile file);

    /** Takes complete files from inbound folders, and says whether there were any. */
    boolean takeIn(NightReport report) throws InterruptedException;
}
