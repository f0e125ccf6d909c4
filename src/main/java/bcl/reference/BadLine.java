package bcl.reference;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one line of a reference file. Carries no value of the line.
 *
 * @param line counted from 1, the header row included
 * @param column the name in the header row, null if the line as a whole is meant
 */
public record BadLine(long line, @Nullable String column, String problem) {
    @Override
    public String toString() {
        return "line " + line + (column == null ? "" : ", " + column) + ": " + problem;
    }
}
