package bcl.reconciliation;

import bcl.wire.ContentDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What lies in quarantine is what was put there. Operators may remove what they have dealt with. */
final class Quarantine {
    private final Audit audit;

    Quarantine(Audit audit) {
        this.audit = audit;
    }

    void check() {
        audit.jdbc()
                .query(
                        "select id, stored_as, digest, size from quarantine q where size > 0 and not exists (select 1"
                                + " from erasure e where e.kind = 'QUARANTINE' and e.subject = q.id) order by id",
                        row -> {
                            Path file = audit.books().home().quarantine().resolve(row.getString("stored_as"));
                            check(row.getLong("id"), file, row.getString("digest"), row.getLong("size"));
                        });
    }

    private void check(long id, Path file, String digest, long size) {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && (Files.size(file) != size || !ContentDigest.ofFile(file).equals(digest))) {
                audit.differences()
                        .home(
                                Subject.QUARANTINE,
                                "what was put into quarantine as entry " + id + " has other bytes now");
            }
        } catch (IOException e) {
            audit.differences().home(Subject.QUARANTINE, "entry " + id + " of quarantine/ cannot be read: " + e);
        }
    }
}
