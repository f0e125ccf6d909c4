package bcl.wire;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One immutable meter point snapshot. Safe for use by several threads; a look-up costs well under a microsecond. */
public interface MeterPoints {
    /** The date of the snapshot, as answers show it. */
    LocalDate date();

    /** The meter point with this number, or null if the snapshot does not hold it. */
    @Nullable
    MeterPoint find(long mprn);
}
