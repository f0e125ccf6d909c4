package bcl.validation;

import bcl.wire.ContactStatus;
import bcl.wire.ContentDigest;
import bcl.wire.OpenKey;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up about contacts logged before, for one organisation. Answers must come from memory: look-ups are made by the
 * chunk, before. It is asked only for what {@link Assessed} named.
 */
public interface Known {
    /** The accepted contact of an earlier file with this reference, or null. */
    @Nullable
    Earlier withReference(String reference);

    /** Whether the organisation has an open contact with this code and MPRN, accepted earlier groups of this file included. */
    boolean hasOpen(OpenKey key);

    /** The contact with this CRN, of whatever organisation, or null. */
    @Nullable
    Previous withCrn(long crn);

    /** An accepted contact of an earlier file. */
    record Earlier(long crn, ContactStatus status, ContentDigest content) {}

    /**
     * A contact that another one may follow.
     *
     * @param organisation short code of its sender
     * @param code as stored
     * @param followed whether another contact follows it already, accepted earlier groups of this file included
     */
    record Previous(String organisation, String code, ContactStatus status, boolean followed) {}
}
