package bcl.parsing;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/** Which keys of a column are there more than once; 0 is no key. Keys are looked at by slices, in memory that does not grow. */
final class Recurrence {
    private static final int KEYS_PER_SLICE = 1 << 20;

    private final Column keys;
    private final int slices;

    Recurrence(Column keys) {
        this(keys, KEYS_PER_SLICE);
    }

    Recurrence(Column keys, int keysPerSlice) {
        this.keys = keys;
        this.slices = 1 + keys.count() / keysPerSlice;
    }

    int slices() {
        return slices;
    }

    /** The keys of a slice that recur, in ascending order. */
    long[] recurring(int slice) throws IOException {
        long[] sorted = new long[Math.max(16, keys.count() / slices + keys.count() / (4 * slices))];
        int size = 0;
        for (int ordinal = 0; ordinal < keys.count(); ordinal++) {
            long key = keys.get(ordinal);
            if (key != 0 && slice(key) == slice) {
                if (size == sorted.length) {
                    sorted = Arrays.copyOf(sorted, 2 * size);
                }
                sorted[size++] = key;
            }
        }
        Arrays.sort(sorted, 0, size);
        int found = 0;
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1] && (found == 0 || sorted[found - 1] != sorted[i])) {
                sorted[found++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, found);
    }

    /** Marks the groups whose key recurs. */
    void mark(BitSet groups) throws IOException {
        for (int slice = 0; slice < slices; slice++) {
            long[] recurring = recurring(slice);
            if (recurring.length == 0) {
                continue;
            }
            for (int ordinal = 0; ordinal < keys.count(); ordinal++) {
                if (Arrays.binarySearch(recurring, keys.get(ordinal)) >= 0) {
                    groups.set(ordinal);
                }
            }
        }
    }

    /** Equal keys are in one slice, and keys that follow each other are spread. */
    private int slice(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return slices == 1 ? 0 : (int) ((mixed >>> 33) % slices);
    }
}
