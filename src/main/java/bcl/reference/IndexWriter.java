package bcl.reference;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;

/** Writes an index file of points that come in ascending order. The file is valid once {@link #finish} has returned. */
final class IndexWriter implements Closeable {
    private static final int LONGEST_BLOCK_OF_SERIALS = IndexHeader.ROWS_IN_BLOCK * PackedPoint.LONGEST_SERIAL;

    private final FileChannel channel;
    private final int pieceBits;
    private final RegionOut directory;
    private final RegionOut points;
    private final RegionOut serials;
    private long rows;
    private int buckets;

    /** @param expected how many points will come */
    IndexWriter(Path path, long expected, int pieceBits) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.pieceBits = pieceBits;
        this.directory = new RegionOut(channel, IndexHeader.LENGTH);
        this.points = new RegionOut(channel, IndexHeader.rowsStart());
        this.serials = new RegionOut(channel, IndexHeader.serialsStart(expected));
    }

    void add(long mprn, long packed, byte[] serial) throws IOException {
        startBuckets((int) (mprn >>> PackedPoint.LOW_BITS));
        if (rows % IndexHeader.ROWS_IN_BLOCK == 0) {
            startBlock();
        }
        points.putLong(packed);
        serials.put(serial, 0, PackedPoint.serialLength(packed));
        rows++;
    }

    private void startBuckets(int upTo) throws IOException {
        while (buckets <= upTo) {
            directory.putInt((int) rows);
            buckets++;
        }
    }

    private void startBlock() throws IOException {
        long piece = 1L << pieceBits;
        long left = piece - (serials.length() & (piece - 1));
        if (left < LONGEST_BLOCK_OF_SERIALS) {
            serials.zeros(left);
        }
        points.putLong(serials.length());
    }

    /** Everything is on the disk when this returns. */
    void finish(LocalDate date, String digest) throws IOException {
        startBuckets(IndexHeader.BUCKETS);
        points.zeros(IndexHeader.rowsLength(rows) - points.length());
        directory.flush();
        points.flush();
        serials.flush();
        List<Integer> crcs = List.of(directory.crc(), points.crc(), serials.crc());
        new IndexHeader(date, rows, digest, pieceBits, serials.length(), crcs).write(channel);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
