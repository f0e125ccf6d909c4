package bcl.reference;

import bcl.wire.MeterPoint;
import bcl.wire.MeterPoints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot in an immutable file, mapped into memory: 8.5 bytes a meter point and the serial number as it is. A look-up goes
 * from the high bits of the number to its bucket, guesses the place in it by the low bits, and searches from there. The file may
 * be deleted while it is open; the memory is let go when the last reference to the index is.
 */
final class SnapshotIndex implements MeterPoints {
    private static final int FIRST_STEP = 8;

    private final IndexHeader header;
    private final int[] directory;
    private final MappedRegion points;
    private final MappedRegion serials;

    private SnapshotIndex(IndexHeader header, int[] directory, MappedRegion points, MappedRegion serials) {
        this.header = header;
        this.directory = directory;
        this.points = points;
        this.serials = serials;
    }

    /** Checks every byte, which also brings the file into memory. Throws {@link IndexDamaged} if one is wrong. */
    static SnapshotIndex open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            IndexHeader header = IndexHeader.read(channel);
            int bits = header.pieceBits();
            MappedRegion directory = MappedRegion.map(channel, IndexHeader.LENGTH, IndexHeader.DIRECTORY_LENGTH, bits);
            MappedRegion points =
                    MappedRegion.map(channel, IndexHeader.rowsStart(), IndexHeader.rowsLength(header.rows()), bits);
            MappedRegion serials =
                    MappedRegion.map(channel, IndexHeader.serialsStart(header.rows()), header.serialsLength(), bits);
            MappedRegion[] regions = {directory, points, serials};
            for (int i = 0; i < regions.length; i++) {
                if (regions[i].crc() != header.crcs().get(i)) {
                    throw new IndexDamaged("has damaged content");
                }
            }
            return new SnapshotIndex(header, readDirectory(channel), points, serials);
        }
    }

    private static int[] readDirectory(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(IndexHeader.DIRECTORY_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, IndexHeader.LENGTH + bytes.position()) < 0) {
                throw new IndexDamaged("is too short");
            }
        }
        int[] directory = new int[IndexHeader.BUCKETS + 1];
        bytes.flip().asIntBuffer().get(directory);
        return directory;
    }

    IndexHeader header() {
        return header;
    }

    @Override
    public LocalDate date() {
        return header.date();
    }

    @Override
    public @Nullable MeterPoint find(long mprn) {
        if (mprn < 0 || mprn >= PackedPoint.MPRN_LIMIT) {
            return null;
        }
        int bucket = (int) (mprn >>> PackedPoint.LOW_BITS);
        int from = directory[bucket];
        int to = directory[bucket + 1];
        if (from == to) {
            return null;
        }
        int low = (int) mprn & PackedPoint.LOW_MASK;
        int row = search(from, to, low);
        long packed = point(row);
        return PackedPoint.low(packed) == low ? PackedPoint.unpack(mprn, packed, serial(row, packed)) : null;
    }

    /** The last row of the bucket that is not above the number, or its first: from a guess in growing steps, then by halves. */
    private int search(int from, int to, int low) {
        int guess = from + (int) (((long) (to - from) * low) >>> PackedPoint.LOW_BITS);
        int under = from;
        int above = to;
        int step = FIRST_STEP;
        if (PackedPoint.low(point(guess)) <= low) {
            under = guess;
            while (under + step < above && PackedPoint.low(point(under + step)) <= low) {
                under += step;
                step *= 2;
            }
            above = Math.min(above, under + step);
        } else {
            above = guess;
            while (above - step > under && PackedPoint.low(point(above - step)) > low) {
                above -= step;
                step *= 2;
            }
            under = Math.max(under, above - step);
        }
        while (above - under > 1) {
            int middle = (under + above) >>> 1;
            if (PackedPoint.low(point(middle)) <= low) {
                under = middle;
            } else {
                above = middle;
            }
        }
        return under;
    }

    private long point(int row) {
        int block = row / IndexHeader.ROWS_IN_BLOCK;
        int place = row - block * IndexHeader.ROWS_IN_BLOCK;
        return points.longAt((long) block * IndexHeader.BLOCK + Long.BYTES * (1L + place));
    }

    private @Nullable String serial(int row, long packed) {
        int length = PackedPoint.serialLength(packed);
        if (length == 0) {
            return null;
        }
        int block = row / IndexHeader.ROWS_IN_BLOCK;
        int before = row - block * IndexHeader.ROWS_IN_BLOCK;
        long blockAt = (long) block * IndexHeader.BLOCK;
        long at = points.longAt(blockAt) + points.sumOfLowBytes(blockAt + Long.BYTES, before);
        byte[] serial = new byte[length];
        serials.bytesAt(at, serial);
        return new String(serial, StandardCharsets.UTF_8);
    }
}
