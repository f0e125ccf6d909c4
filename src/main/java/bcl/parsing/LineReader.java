package bcl.parsing;

import bcl.wire.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Cuts a file into lines (interface, section 2.1) in constant memory, whatever the file holds. A cursor: {@link #advance()}
 * goes to the next line, which lies in {@link #bytes()} until then; {@link #line()} copies it. For one thread.
 */
final class LineReader implements Closeable {
    /** More than the longest line, so that a full buffer without a line end is always a line that is too long. */
    private static final int SMALLEST_BUFFER = 4 * 1024;

    private static final int LARGEST_BUFFER = 256 * 1024;

    private final FileChannel channel;
    private final byte[] buffer;
    private final LongLine longLine = new LongLine();

    /** The byte of the file that {@code buffer[0]} is. */
    private long base;

    private int position;
    private int limit;
    private boolean endOfFile;

    private long number;
    private long offset;
    private int start;
    private int length;
    private boolean tooLong;

    private LineReader(FileChannel channel, long offset, long line) throws IOException {
        this.channel = channel;
        channel.position(offset);
        this.base = offset;
        this.number = line - 1;
        long rest = Math.max(0, channel.size() - offset) + 1;
        this.buffer = new byte[(int) Math.min(LARGEST_BUFFER, Math.max(SMALLEST_BUFFER, rest))];
        fill();
    }

    /** Opens a file at the first byte of a line, whose number is {@code line}; at byte 0 a byte-order mark is dropped. */
    static LineReader open(Path file, long offset, long line) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            LineReader reader = new LineReader(channel, offset, line);
            if (offset == 0 && ByteOrderMark.starts(reader.buffer, reader.limit)) {
                reader.position = ByteOrderMark.LENGTH;
            }
            return reader;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The first bytes of the file, a byte-order mark included; only before the first {@link #advance()}. */
    byte[] head(int most) {
        return Arrays.copyOf(buffer, Math.min(most, limit));
    }

    /** Lets {@link #advance()} go on at the first byte of another line further on, whose number is {@code line}. */
    void seek(long to, long line) throws IOException {
        number = line - 1;
        if (to >= base && to <= base + limit) {
            position = (int) (to - base);
            return;
        }
        channel.position(to);
        base = to;
        position = 0;
        limit = 0;
        endOfFile = false;
    }

    /** Goes to the next line; false at the end of the file. */
    boolean advance() throws IOException {
        int end = endOfLine(position);
        if (end < 0) {
            makeRoom();
            end = endOfLine(position);
        }
        start = position;
        offset = base + position;
        if (end < 0 && !endOfFile) {
            readPast();
            return true;
        }
        if (end < 0 && position == limit) {
            return false;
        }
        int last = end < 0 ? limit : end;
        position = end < 0 ? limit : end + 1;
        // Only before an LF is a CR part of the line end.
        length = last - start - (end > start && buffer[end - 1] == '\r' ? 1 : 0);
        tooLong = length > Limits.RECORD_LENGTH;
        if (tooLong) {
            longLine.clear();
            longLine.add(buffer, start, start + length);
            longLine.end();
        }
        number++;
        return true;
    }

    private int endOfLine(int from) {
        for (int i = from; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves what is left to the front and reads on, until there is a line end, the buffer is full or the file ends. */
    private void makeRoom() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        base += position;
        limit -= position;
        position = 0;
        fill();
    }

    private void fill() throws IOException {
        while (limit < buffer.length && !endOfFile) {
            int count = channel.read(ByteBuffer.wrap(buffer, limit, buffer.length - limit));
            endOfFile = count < 0;
            limit += Math.max(count, 0);
        }
    }

    /** The buffer is full and holds no line end: the line is too long, and its rest is not kept. */
    private void readPast() throws IOException {
        longLine.clear();
        int end = -1;
        while (end < 0 && position < limit) {
            longLine.add(buffer, position, limit);
            position = limit;
            makeRoom();
            end = endOfLine(position);
        }
        if (end >= 0) {
            longLine.add(buffer, position, end);
            longLine.endWithLineFeed();
            position = end + 1;
        }
        longLine.end();
        tooLong = true;
        number++;
    }

    long number() {
        return number;
    }

    /** Where the line begins in the file. */
    long offset() {
        return offset;
    }

    /** Where the next line begins in the file. */
    long nextOffset() {
        return base + position;
    }

    boolean tooLong() {
        return tooLong;
    }

    byte[] bytes() {
        return tooLong ? longLine.kept() : buffer;
    }

    int start() {
        return tooLong ? 0 : start;
    }

    int length() {
        return tooLong ? longLine.length() : length;
    }

    boolean hasBadCharacter() {
        return tooLong ? longLine.hasBadCharacter() : Characters.anyBad(buffer, start, start + length);
    }

    RawLine line() {
        byte[] copy = Arrays.copyOfRange(bytes(), start(), start() + length());
        return new RawLine(number, offset, copy, tooLong, hasBadCharacter());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
