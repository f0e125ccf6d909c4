package bcl.contacts;

import bcl.wire.ContactStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a contact's history, which is only ever added to. The first has no earlier status. */
public record ContactEvent(
        int sequence,
        Instant at,
        @Nullable ContactStatus from,
        ContactStatus to,
        String actor,
        @Nullable String reason) {}
