package bcl.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that operators should see.
 *
 * @param kind such as {@code FIL00019}, {@code HELD}, {@code REFERENCE_REFUSED}
 * @param subject what it is about: a stream, a file name, an organisation; never a field's value
 */
public record Notice(Instant at, String kind, @Nullable Long fileId, String subject, String detail) {}
