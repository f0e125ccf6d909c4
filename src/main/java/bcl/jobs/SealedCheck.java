package bcl.jobs;

import bcl.intake.SealedCopies;
import bcl.intake.SealedCopy;
import bcl.ledger.LedgerFile;
import bcl.wire.Home;
import java.io.IOException;

/** Whether a sealed copy still has the bytes that were taken: asked by each attempt, before anything is read from it. */
final class SealedCheck {
    private final SealedCopies copies;

    SealedCheck(Home home) {
        this.copies = new SealedCopies(home);
    }

    /** @throws InvariantBroken if the copy was altered or is gone */
    void check(LedgerFile file) throws IOException {
        SealedCopy copy = copies.check(file.digest());
        if (copy instanceof SealedCopy.Altered) {
            throw new InvariantBroken(
                    "its sealed copy in the archive was altered. Restore the copy from a backup, then rerun the file");
        }
        if (copy instanceof SealedCopy.Missing) {
            throw new InvariantBroken(
                    "its sealed copy in the archive is gone. Restore the copy from a backup, then rerun the file");
        }
    }
}
