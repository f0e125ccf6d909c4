package bcl.parsing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number for each group of a file, by ordinal. The first million stay in memory; what comes behind is put into a file
 * that nobody else sees, so that memory does not grow with the file that is scanned. Written first, then read. For one thread.
 */
final class Column implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final int blocksInMemory;
    private final List<long[]> blocks = new ArrayList<>();
    private long[] last = new long[64];
    private int count;
    private @Nullable FileChannel rest;
    private long[] read = new long[0];
    private int readBlock = -1;

    Column() {
        this(16);
    }

    Column(int blocksInMemory) {
        this.blocksInMemory = blocksInMemory;
    }

    void add(long value) throws IOException {
        int at = count % BLOCK;
        if (at == 0 && count > 0) {
            keep();
        } else if (at == last.length) {
            last = Arrays.copyOf(last, 2 * at);
        }
        last[at] = value;
        count++;
    }

    /** The last block is full. */
    private void keep() throws IOException {
        if (blocks.size() < blocksInMemory) {
            blocks.add(last);
            last = new long[BLOCK];
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Long.BYTES);
        bytes.asLongBuffer().put(last);
        FileChannel file = rest == null ? temporary() : rest;
        rest = file;
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** Has no name from here on, so that it is gone with this process, however that ends. */
    private static FileChannel temporary() throws IOException {
        Path file = Files.createTempFile("bcl-scan", null);
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    int count() {
        return count;
    }

    /** Quick if ordinals only ascend. */
    long get(int ordinal) throws IOException {
        return block(ordinal / BLOCK)[ordinal % BLOCK];
    }

    private long[] block(int block) throws IOException {
        if (block == (count - 1) / BLOCK) {
            return last;
        }
        if (block < blocks.size()) {
            return blocks.get(block);
        }
        if (block != readBlock && rest != null) {
            ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Long.BYTES);
            long from = (long) (block - blocks.size()) * BLOCK * Long.BYTES;
            while (bytes.hasRemaining()) {
                if (rest.read(bytes, from + bytes.position()) < 0) {
                    throw new IOException("a temporary file of the scan has become shorter");
                }
            }
            read = read.length == 0 ? new long[BLOCK] : read;
            bytes.flip().asLongBuffer().get(read);
            readBlock = block;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            rest.close();
        }
    }
}
