package bcl.shift;

import bcl.intake.QuarantineFolder;
import bcl.jobs.Stores;
import bcl.ledger.Quarantined;
import bcl.wire.ContentDigest;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers that a restored database knows nothing of, on their way into {@code quarantine/}. The rows are committed first, and tell after
 * a crash what is still to be moved.
 */
public final class LostAnswers {
    private static final String REASON =
            "An answer of before the restore of a backup, which the database knows nothing of";
    private static final int DIGITS = 16;

    private LostAnswers() {}

    /** The rows to be committed. */
    public static List<Quarantined> rows(List<RestoreSigns.Lost> answers, Instant now) throws IOException {
        List<Quarantined> rows = new ArrayList<>();
        for (RestoreSigns.Lost lost : answers) {
            String digest = ContentDigest.ofFile(lost.file(), LinkOption.NOFOLLOW_LINKS);
            rows.add(new Quarantined(
                    lost.organisation() + "/outbound",
                    lost.name().toString(),
                    digest.substring(0, DIGITS) + "-" + lost.name(),
                    digest,
                    Files.size(lost.file()),
                    REASON,
                    now));
        }
        return rows;
    }

    /** Those of committed rows that still lie in {@code outbound/}. */
    static List<Quarantined> left(Stores stores) throws IOException {
        List<Quarantined> left = new ArrayList<>();
        for (Quarantined row : stores.operators().quarantined(REASON)) {
            if (isThere(file(stores.home(), row), row.digest())) {
                left.add(row);
            }
        }
        return left;
    }

    /** Moves what the rows name; one that its organisation has collected meanwhile is gone. */
    public static void move(Home home, List<Quarantined> rows) throws IOException {
        for (Quarantined row : rows) {
            Path file = file(home, row);
            if (isThere(file, row.digest())) {
                QuarantineFolder.take(home, file, row.storedAs(), row.digest());
            }
        }
    }

    private static Path file(Home home, Quarantined row) {
        return home.sftp().resolve(row.folder()).resolve(row.name());
    }

    private static boolean isThere(Path file, String digest) throws IOException {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && ContentDigest.ofFile(file, LinkOption.NOFOLLOW_LINKS).equals(digest);
        } catch (NoSuchFileException e) {
            return false; // collected at this moment
        }
    }
}
