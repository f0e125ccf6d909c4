package bcl.golden;

import org.jspecify.annotations.Nullable;

/** What the golden test does with the sample answers, by the property {@code bcl.samples}. */
enum GoldenMode {
    COMPARE,
    WRITE;

    static final String PROPERTY = "bcl.samples";

    /** Comparing is what happens unless writing is asked for by its name. */
    static GoldenMode of(@Nullable String property) {
        if (property == null) {
            return COMPARE;
        }
        return switch (property) {
            case "compare" -> COMPARE;
            case "write" -> WRITE;
            default -> throw new IllegalArgumentException(PROPERTY + " is compare or write, not " + property);
        };
    }
}
