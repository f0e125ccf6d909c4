package bcl.reports;

import bcl.ledger.FileState;
import bcl.ledger.FileSummary;
import bcl.ledger.LedgerFile;
import bcl.wire.FileFinding;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a file is as it is. */
final class FileReasons {
    private FileReasons() {}

    /** Null for a file whose contacts were simply decided, or that only waits for its turn. */
    static @Nullable String of(FileSummary summary) {
        LedgerFile file = summary.file();
        if (file.state() == FileState.HELD) {
            String reason = file.holdReason();
            return reason == null ? "held" : reason;
        }
        if (!file.findings().isEmpty()) {
            return file.findings().stream()
                    .map(FileFinding::reason)
                    .distinct()
                    .map(Enum::name)
                    .collect(Collectors.joining(", "));
        }
        if (file.repeatOf() != null) {
            return "repeats file " + file.repeatOf() + ", whose answer stands";
        }
        if (summary.foreseen() != null) {
            return "its turn will reject it: " + summary.foreseen();
        }
        return file.state() == FileState.PAUSED
                ? summary.decided() + " of " + summary.contacts()
                        + " contacts are decided; the next night goes on with it"
                : null;
    }
}
