package bcl.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The first page of an index file, and by it the place of the other regions: the directory (one int a bucket: the number of rows
 * before it), the rows (blocks of 128 bytes: where the block's serial numbers begin, then 15 packed points), the serial numbers.
 * All numbers are little-endian.
 *
 * @param digest of the CSV file, 64 hexadecimal digits
 * @param pieceBits no block and no block's serial numbers cross a multiple of 2 to this power, so that pieces can be mapped
 */
record IndexHeader(LocalDate date, long rows, String digest, int pieceBits, long serialsLength, List<Integer> crcs) {
    static final int LENGTH = 4096;
    static final int BUCKETS = (int) ((PackedPoint.MPRN_LIMIT - 1) >>> PackedPoint.LOW_BITS) + 1;
    static final int ROWS_IN_BLOCK = 15;
    static final int BLOCK = 128;

    /** Far below 2 GB, where one mapping ends, and large enough that few are needed. */
    static final int DEFAULT_PIECE_BITS = 30;

    private static final long MAGIC = 0x31505350_4C43424DL;
    private static final int VERSION = 1;
    private static final int CHECKED = LENGTH - Integer.BYTES;

    static final int DIRECTORY_LENGTH = (BUCKETS + 1) * Integer.BYTES;

    static long rowsStart() {
        return LENGTH + (DIRECTORY_LENGTH + 4095L) / 4096 * 4096;
    }

    static long serialsStart(long rows) {
        return rowsStart() + rowsLength(rows);
    }

    static long rowsLength(long rows) {
        return (rows + ROWS_IN_BLOCK - 1) / ROWS_IN_BLOCK * BLOCK;
    }

    long fileLength() {
        return serialsStart(rows) + serialsLength;
    }

    void write(FileChannel channel) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        page.putLong(MAGIC).putInt(VERSION).putInt(pieceBits).putLong(date.toEpochDay());
        page.putLong(rows).put(HexFormat.of().parseHex(digest)).putLong(serialsLength);
        for (int crc : crcs) {
            page.putInt(crc);
        }
        page.putInt(CHECKED, crcOf(page));
        page.clear();
        long at = 0;
        while (page.hasRemaining()) {
            at += channel.write(page, at);
        }
    }

    /** Throws {@link IndexDamaged} if the file is not an index of this version or not of the length that it names. */
    static IndexHeader read(FileChannel channel) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        while (page.hasRemaining()) {
            if (channel.read(page, page.position()) < 0) {
                throw new IndexDamaged("is too short");
            }
        }
        if (page.getInt(CHECKED) != crcOf(page)) {
            throw new IndexDamaged("has a damaged header");
        }
        page.flip();
        if (page.getLong() != MAGIC || page.getInt() != VERSION) {
            throw new IndexDamaged("is of another version");
        }
        IndexHeader header = fields(page);
        if (channel.size() != header.fileLength()) {
            throw new IndexDamaged("has another length than its header says");
        }
        return header;
    }

    private static IndexHeader fields(ByteBuffer page) {
        int pieceBits = page.getInt();
        LocalDate date = LocalDate.ofEpochDay(page.getLong());
        long rows = page.getLong();
        byte[] digest = new byte[32];
        page.get(digest);
        long serialsLength = page.getLong();
        List<Integer> crcs = List.of(page.getInt(), page.getInt(), page.getInt());
        return new IndexHeader(date, rows, HexFormat.of().formatHex(digest), pieceBits, serialsLength, crcs);
    }

    private static int crcOf(ByteBuffer page) {
        CRC32C crc = new CRC32C();
        crc.update(page.duplicate().clear().limit(CHECKED));
        return (int) crc.getValue();
    }
}
