package bcl.evidence;

import org.jspecify.annotations.Nullable;

/** Is told what is not as it was sealed. */
@FunctionalInterface
public interface Listener {
    /**
     * A difference.
     *
     * @param file the delivery that it concerns, null if none
     * @param line of that file, null if unknown
     * @param what never the value of a field
     */
    void differs(@Nullable Long file, @Nullable Long line, String what);
}
