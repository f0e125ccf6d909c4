package bcl.reference;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One sorted run in a file, read from the first row to the last. */
final class Run implements Closeable {
    /** What {@link #key} is after the last row. */
    static final long END = Long.MAX_VALUE;

    private static final int BUFFER = 1 << 17;

    private final Path path;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final byte[] serial = new byte[PackedPoint.LONGEST_SERIAL];
    private @Nullable FileChannel channel;
    private long key;
    private long packed;

    Run(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Moves to the next row, at first to the first. */
    void next() throws IOException {
        if (buffer.remaining() < 16 && !fill(16)) {
            key = END;
            return;
        }
        key = buffer.getLong();
        packed = buffer.getLong();
        int length = PackedPoint.serialLength(packed);
        if (buffer.remaining() < length && !fill(length)) {
            throw new EOFException(path.toString());
        }
        buffer.get(serial, 0, length);
    }

    /** Number of the meter point, then number of its line. */
    long key() {
        return key;
    }

    long mprn() {
        return key >>> RunSorter.LINE_BITS;
    }

    long line() {
        return key & RunSorter.LAST_LINE;
    }

    long packed() {
        return packed;
    }

    byte[] serial() {
        return serial;
    }

    private boolean fill(int needed) throws IOException {
        FileChannel from = channel == null ? FileChannel.open(path) : channel;
        channel = from;
        buffer.compact();
        while (buffer.position() < needed) {
            if (from.read(buffer) < 0) {
                if (buffer.position() == 0) {
                    return false;
                }
                throw new EOFException(path.toString());
            }
        }
        buffer.flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
