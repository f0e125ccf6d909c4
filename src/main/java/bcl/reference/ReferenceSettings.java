package bcl.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Settings of the reference data (docs/commands.md, {@code bcl.reference.*}).
 *
 * @param smallestShare a snapshot with fewer rows than this share of the one in force is refused; 0 to 1, exact: the next number
 *     beside it would refuse a row that is enough
 */
public record ReferenceSettings(BigDecimal smallestShare) {
    public static final ReferenceSettings DEFAULT = new ReferenceSettings(new BigDecimal("0.5"));

    public ReferenceSettings {
        if (smallestShare.signum() < 0 || smallestShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("bcl.reference.smallest-share is 0 to 100 %");
        }
    }

    /** The fewest rows that may follow a snapshot of so many. */
    long smallest(long rowsInForce) {
        return smallestShare
                .multiply(BigDecimal.valueOf(rowsInForce))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
