package bcl.night;

/**
 * How fast the engine works.
 *
 * @param filesPerSecond small files
 * @param contactsPerSecond contacts of large files
 * @param measured false if no night has been measured yet, and these are a cautious guess
 */
public record Rates(double filesPerSecond, double contactsPerSecond, boolean measured) {
    /** For a home without a past: well below what two slow processors do. */
    public static final Rates GUESS = new Rates(20, 2_000, false);

    public Rates {
        if (!(filesPerSecond > 0) || !(contactsPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "rates must be above zero: " + filesPerSecond + ", " + contactsPerSecond);
        }
    }
}
