package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.validation.Assessed;
import bcl.wire.FileStructure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small file that was read and assessed, before anything is looked up or recorded.
 *
 * @param structure null if the file is larger than agreed and was not looked into (FIL00018)
 * @param contacts empty if the file is rejected whole
 * @param failure what the engine failed at, null if it did not: the file is held, and its neighbours go on
 */
record SmallFile(
        LedgerFile file,
        @Nullable FileStructure structure,
        List<Assessed> contacts,
        @Nullable String failure) {
    SmallFile {
        contacts = List.copyOf(contacts);
    }
}
