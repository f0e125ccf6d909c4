package bcl.parsing;

import java.util.Arrays;
import java.util.BitSet;

/** Keys by group ordinal, 0 for none, in 8 bytes a group, and which of them are there more than once. */
final class Recurrence {
    private long[] keys = new long[64];
    private int count;

    void add(long key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
        }
        keys[count++] = key;
    }

    long get(int ordinal) {
        return keys[ordinal];
    }

    /** The keys that recur, in ascending order. */
    long[] recurring() {
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.sort(sorted);
        int found = 0;
        for (int i = 1; i < sorted.length; i++) {
            boolean again = sorted[i] != 0 && sorted[i] == sorted[i - 1];
            if (again && (found == 0 || sorted[found - 1] != sorted[i])) {
                sorted[found++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, found);
    }

    /** Marks the groups whose key recurs. */
    void mark(BitSet groups) {
        long[] recurring = recurring();
        if (recurring.length == 0) {
            return;
        }
        for (int ordinal = 0; ordinal < count; ordinal++) {
            if (Arrays.binarySearch(recurring, keys[ordinal]) >= 0) {
                groups.set(ordinal);
            }
        }
    }
}
