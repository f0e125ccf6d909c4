package bcl.reference;

/**
 * Settings of the reference data (docs/commands.md, {@code bcl.reference.*}).
 *
 * @param smallestSharePercent a snapshot with fewer rows than this share of the one in force is refused; 0 to 100
 */
public record ReferenceSettings(int smallestSharePercent) {
    public static final ReferenceSettings DEFAULT = new ReferenceSettings(50);

    public ReferenceSettings {
        if (smallestSharePercent < 0 || smallestSharePercent > 100) {
            throw new IllegalArgumentException("bcl.reference.smallest-share is 0 to 100 %");
        }
    }

    /** The fewest rows that may follow a snapshot of so many. */
    long smallest(long rowsInForce) {
        return (rowsInForce * smallestSharePercent + 99) / 100;
    }
}
