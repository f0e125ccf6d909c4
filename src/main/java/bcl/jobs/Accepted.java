package bcl.jobs;

import bcl.validation.Assessed;
import bcl.validation.Known;
import bcl.wire.ContactStatus;
import bcl.wire.ContentDigest;
import bcl.wire.OpenKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Contacts that were accepted and that a look-up in the database does not show: those of the same transaction, or of earlier
 * groups of the same file. Not thread-safe.
 */
final class Accepted {
    private final Map<String, Known.Earlier> byReference = new HashMap<>();
    private final Map<Long, Known.Previous> byCrn = new HashMap<>();
    private final Set<OpenKey> open = new HashSet<>();
    private final Set<Long> followed = new HashSet<>();

    /** Only what later groups of the same file ask for: the keys, and nothing of the contact itself. */
    void addKeys(@Nullable OpenKey key, @Nullable Long previousCrn) {
        if (key != null) {
            open.add(key);
        }
        if (previousCrn != null) {
            followed.add(previousCrn);
        }
    }

    /** All that later files of the organisation may ask for. */
    void add(Assessed contact, long crn, ContentDigest content) {
        addKeys(contact.openKey(), contact.previousCrn());
        if (contact.reference() != null && contact.code() != null) {
            byReference.put(contact.reference(), new Known.Earlier(crn, ContactStatus.AACA, content));
            byCrn.put(
                    crn,
                    new Known.Previous(contact.organisation(), contact.code().code(), ContactStatus.AACA, false));
        }
    }

    Known.@Nullable Earlier withReference(String reference) {
        return byReference.get(reference);
    }

    Known.@Nullable Previous withCrn(long crn) {
        return byCrn.get(crn);
    }

    boolean hasOpen(OpenKey key) {
        return open.contains(key);
    }

    boolean follows(long crn) {
        return followed.contains(crn);
    }
}
