package bcl.jobs;

import bcl.intake.SealedCopies;
import bcl.intake.SealedCopy;
import bcl.ledger.LedgerFile;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Path;

/** Whether a sealed copy still has the bytes that were taken: asked by each attempt, before anything is read from it. */
final class SealedCheck {
    private final SealedCopies copies;

    SealedCheck(Home home) {
        this.copies = new SealedCopies(home);
    }

    /** @throws InvariantBroken if the copy was altered or is gone */
    void check(LedgerFile file) throws IOException {
        SealedCopy copy = copies.check(file.digest());
        if (copy instanceof SealedCopy.Altered altered) {
            throw broken("was altered", altered.path());
        }
        if (copy instanceof SealedCopy.Missing missing) {
            throw broken("is gone", missing.path());
        }
    }

    private static InvariantBroken broken(String what, Path path) {
        return new InvariantBroken(
                "its sealed copy in the archive " + what + ". Restore " + path + " from a backup, then rerun the file");
    }
}
