package bcl.parsing;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/** Where some groups of a file lie: 20 bytes a group. Immutable. */
public final class Places {
    static final Places NONE = new Places(new int[0], new long[0], new long[0]);

    /** If more than one group in so many is asked for, reading all of them is as good. */
    private static final int FEW = 8;

    private final int[] groups;
    private final long[] offsets;
    private final long[] lines;

    private Places(int[] groups, long[] offsets, long[] lines) {
        this.groups = groups;
        this.offsets = offsets;
        this.lines = lines;
    }

    /** Knows nothing if the groups are not few. */
    static Places of(BitSet wanted, Column offsets, Column lines) throws IOException {
        int count = wanted.cardinality();
        if (count == 0 || count > offsets.count() / FEW) {
            return NONE;
        }
        int[] groups = wanted.stream().toArray();
        long[] at = new long[count];
        long[] line = new long[count];
        for (int i = 0; i < count; i++) {
            at[i] = offsets.get(groups[i]);
            line[i] = lines.get(groups[i]);
        }
        return new Places(groups, at, line);
    }

    boolean knows(int group) {
        return Arrays.binarySearch(groups, group) >= 0;
    }

    /** The byte of the file at which the group begins. */
    long offset(int group) {
        return offsets[Arrays.binarySearch(groups, group)];
    }

    /** The number of its first line. */
    long line(int group) {
        return lines[Arrays.binarySearch(groups, group)];
    }
}
