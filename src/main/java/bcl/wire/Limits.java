package bcl.wire;

import java.time.LocalDate;
import java.util.Map;

/**
 * What an installation allows (docs/commands.md, "Settings").
 *
 * @param contactsPerFile FIL00015 above it
 * @param fileSize bytes; FIL00018 above it
 * @param codesFrom by contact code, the first date on which files may use it (CON00002); {@link LocalDate#MAX} for never; a
 *     code that is missing is open
 */
public record Limits(long contactsPerFile, long fileSize, Map<String, LocalDate> codesFrom) {
    /** Interface, section 2.6. */
    public static final int RECORD_LENGTH = 2000;

    public Limits {
        codesFrom = Map.copyOf(codesFrom);
    }
}
