package bcl.reference;

import java.io.IOException;
import java.nio.file.Path;

/** The source file, not our own store, failed: the caller refuses the file and keeps what is in force. */
final class SourceUnreadable extends IOException {
    SourceUnreadable(IOException cause) {
        super(cause.getClass().getSimpleName(), cause);
    }

    Refused refusal(Path path) {
        return Refused.whole(
                String.valueOf(path.getFileName()),
                "the file cannot be read (" + getMessage() + "). Check that it is a file, is there and may be read.");
    }
}
