package bcl.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** A region of a file in memory, in pieces, since one mapping ends at 2 GB. Safe for several threads. */
final class MappedRegion {
    private final ByteBuffer[] pieces;
    private final int bits;
    private final int mask;

    private MappedRegion(ByteBuffer[] pieces, int bits) {
        this.pieces = pieces;
        this.bits = bits;
        this.mask = (1 << bits) - 1;
    }

    static MappedRegion map(FileChannel channel, long start, long length, int bits) throws IOException {
        long piece = 1L << bits;
        ByteBuffer[] pieces = new ByteBuffer[Math.toIntExact((length + piece - 1) >>> bits)];
        for (int i = 0; i < pieces.length; i++) {
            long from = (long) i << bits;
            pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, start + from, Math.min(piece, length - from))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }
        return new MappedRegion(pieces, bits);
    }

    long longAt(long at) {
        return pieces[(int) (at >>> bits)].getLong((int) at & mask);
    }

    void bytesAt(long at, byte[] to) {
        pieces[(int) (at >>> bits)].get((int) at & mask, to);
    }

    /** Of {@code count} longs from there on, which lie in one piece, the sum of their low bytes: lengths of serial numbers. */
    int sumOfLowBytes(long at, int count) {
        ByteBuffer piece = pieces[(int) (at >>> bits)];
        int from = (int) at & mask;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += piece.get(from + i * Long.BYTES) & 0xff;
        }
        return sum;
    }

    int crc() {
        CRC32C crc = new CRC32C();
        for (ByteBuffer piece : pieces) {
            crc.update(piece.duplicate());
        }
        return (int) crc.getValue();
    }
}
