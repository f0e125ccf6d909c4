package bcl.service;

import bcl.intake.Uploads;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** What is known of uploads in this process: what its SFTP server knows, if it has one. Thread-safe. */
@Component
final class UploadsHere implements Uploads {
    private volatile Uploads known = UNKNOWN;

    /** From now on the intakes of this process ask these. */
    void ask(Uploads uploads) {
        known = uploads;
    }

    @Override
    public State of(Path file) {
        return known.of(file);
    }
}
