package bcl.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not add up.
 *
 * @param file the number of the delivery, null if it concerns none
 * @param line of that file, null if it concerns the whole
 * @param what what is and what should be; never the value of a field
 */
public record Difference(
        Subject subject, @Nullable Long file, @Nullable Long line, String what) {
    /** Where and what, in one line. */
    public String text() {
        String where = file == null ? "" : "file " + file + (line == null ? "" : ", line " + line) + ": ";
        return where + what;
    }
}
