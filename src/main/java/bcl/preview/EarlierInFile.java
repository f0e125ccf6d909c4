package bcl.preview;

import bcl.validation.Assessed;
import bcl.validation.Known;
import bcl.wire.ContactCode;
import bcl.wire.ContactStatus;
import bcl.wire.OpenKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What accepted groups of one file mean to later ones. Nothing is known of what was sent before, so that a sender is given the
 * benefit of the doubt: a reference is new, and a previous contact can be followed, once and by one code. Not thread-safe.
 */
final class EarlierInFile {
    private final Set<OpenKey> open = new HashSet<>();
    private final Map<Long, String> followedBy = new HashMap<>();

    void add(Assessed accepted) {
        OpenKey key = accepted.openKey();
        if (key != null) {
            open.add(key);
        }
        ContactCode code = accepted.code();
        Long previous = accepted.previousCrn();
        if (previous != null && code != null) {
            followedBy.put(previous, code.code());
        }
    }

    /** As this contact sees it. */
    Known seenBy(Assessed contact) {
        return new Known() {
            @Override
            public @Nullable Earlier withReference(String reference) {
                return null;
            }

            @Override
            public boolean hasOpen(OpenKey key) {
                return open.contains(key);
            }

            @Override
            public @Nullable Previous withCrn(long crn) {
                // The contact that was accepted as its follower tells of which code the previous one is.
                String follower = followedBy.get(crn);
                ContactCode own = contact.code();
                String code = follower != null || own == null ? follower : own.code();
                return code == null
                        ? null
                        : new Previous(contact.organisation(), code, ContactStatus.CCIV, follower != null);
            }
        };
    }
}
