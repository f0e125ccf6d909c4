package bcl.reference;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Writes one region of a file from its start to its end, whatever else is written to the file meanwhile. */
final class RegionOut implements Closeable {
    private static final int BUFFER = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private final long start;
    private long flushed;

    RegionOut(FileChannel channel, long start) {
        this.channel = channel;
        this.start = start;
        this.flushed = start;
    }

    static RegionOut create(Path path) throws IOException {
        return new RegionOut(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 0);
    }

    void putLong(long value) throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(value);
    }

    void putInt(int value) throws IOException {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(value);
    }

    /** At most 255 bytes. */
    void put(byte[] bytes, int from, int length) throws IOException {
        if (buffer.remaining() < length) {
            flush();
        }
        buffer.put(bytes, from, length);
    }

    void zeros(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.put((byte) 0);
        }
    }

    /** Bytes written to the region so far. */
    long length() {
        return flushed - start + buffer.position();
    }

    /** Of all bytes up to the last {@link #flush}. */
    int crc() {
        return (int) crc.getValue();
    }

    void flush() throws IOException {
        buffer.flip();
        crc.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            flushed += channel.write(buffer, flushed);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
