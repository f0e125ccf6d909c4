package bcl.reference;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts meter points by number in little memory, whatever their order and their spread: runs of a million are sorted and spilled
 * to files, then merged.
 */
final class RunSorter implements Closeable {
    /** The line number shares a {@code long} with the meter point number. */
    static final long LAST_LINE = (1 << 29) - 1;

    static final int LINE_BITS = 29;
    private static final int INDEX_BITS = 20;
    private static final int FIRST_SIZE = 1 << 10;

    private final Path folder;
    private final int runRows;
    private final List<Run> runs = new ArrayList<>();
    private long[] order = new long[FIRST_SIZE];
    private long[] points = new long[FIRST_SIZE];
    private int[] lines = new int[FIRST_SIZE];
    private int[] serialsAt = new int[FIRST_SIZE];
    private byte[] serials = new byte[FIRST_SIZE * 16];
    private int serialsEnd;
    private int rows;
    private long total;

    /** Makes the folder and removes nothing: who named it removes it. */
    RunSorter(Path folder) throws IOException {
        this(folder, 1 << INDEX_BITS);
    }

    RunSorter(Path folder, int runRows) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.runRows = runRows;
    }

    void add(long mprn, long line, long packed, byte[] serial) throws IOException {
        if (rows == runRows) {
            spill();
        }
        if (rows == order.length) {
            grow();
        }
        if (serialsEnd + serial.length > serials.length) {
            serials = Arrays.copyOf(serials, 2 * serials.length);
        }
        order[rows] = (mprn << INDEX_BITS) | rows;
        points[rows] = packed;
        lines[rows] = (int) line;
        serialsAt[rows] = serialsEnd;
        System.arraycopy(serial, 0, serials, serialsEnd, serial.length);
        serialsEnd += serial.length;
        rows++;
        total++;
    }

    private void grow() {
        int size = Math.min(runRows, 2 * order.length);
        order = Arrays.copyOf(order, size);
        points = Arrays.copyOf(points, size);
        lines = Arrays.copyOf(lines, size);
        serialsAt = Arrays.copyOf(serialsAt, size);
    }

    /** Rows added so far, those of a number that is there twice included. */
    long total() {
        return total;
    }

    /** All rows in ascending order of number, those of one number in the order of their lines. Ends the adding. */
    RunMerge merge() throws IOException {
        spill();
        order = new long[0];
        points = new long[0];
        lines = new int[0];
        serialsAt = new int[0];
        serials = new byte[0];
        return RunMerge.of(runs);
    }

    private void spill() throws IOException {
        if (rows == 0) {
            return;
        }
        Arrays.sort(order, 0, rows);
        Run run = new Run(folder.resolve("run-" + runs.size()));
        runs.add(run);
        try (RegionOut out = RegionOut.create(run.path())) {
            for (int i = 0; i < rows; i++) {
                int row = (int) order[i] & ((1 << INDEX_BITS) - 1);
                out.putLong(((order[i] >>> INDEX_BITS) << LINE_BITS) | lines[row]);
                out.putLong(points[row]);
                out.put(serials, serialsAt[row], PackedPoint.serialLength(points[row]));
            }
            out.flush();
        }
        rows = 0;
        serialsEnd = 0;
    }

    @Override
    public void close() throws IOException {
        for (Run run : runs) {
            run.close();
        }
    }
}
