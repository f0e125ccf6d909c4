package bcl.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.TreeMap;

/** A file of {@code outbound/} that a client reads; remembers whether it read all of it. Used by one thread. */
final class DownloadChannel extends OpenFile {
    /** A client that reads in more pieces than this that do not touch has no whole file in mind. */
    private static final int PIECES = 1000;

    /** Start to end of the pieces that were read; they do not touch each other. */
    private final TreeMap<Long, Long> read = new TreeMap<>();

    DownloadChannel(FileChannel file) {
        super(file);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        long from = file.position();
        int count = file.read(bytes);
        if (count > 0 && read.size() < PIECES) {
            add(from, from + count);
        }
        return count;
    }

    /** Whether any byte was read. */
    boolean isTouched() {
        return !read.isEmpty();
    }

    /** Whether every byte was read. */
    boolean isWhole() throws IOException {
        Map.Entry<Long, Long> first = read.firstEntry();
        return first != null && first.getKey() == 0 && first.getValue() >= file.size();
    }

    private void add(long from, long to) {
        long start = from;
        long end = to;
        Map.Entry<Long, Long> before = read.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        Map.Entry<Long, Long> next = read.ceilingEntry(start);
        while (next != null && next.getKey() <= end) {
            end = Math.max(end, next.getValue());
            read.remove(next.getKey());
            next = read.ceilingEntry(start);
        }
        read.put(start, end);
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
