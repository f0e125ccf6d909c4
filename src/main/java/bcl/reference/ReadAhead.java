package bcl.reference;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads, hashes and guards on a thread of its own while the caller's thread parses: half as long on two cores. */
final class ReadAhead extends Reader {
    private static final int BLOCK = 1 << 15;
    private static final int BLOCKS = 8;

    /** After the last block nothing comes; {@code failure} tells why if it came early. */
    private record Block(
            CharBuffer text, boolean last, @Nullable Throwable failure) {}

    private final Reader source;
    private final ArrayBlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread thread;
    private Block block = new Block(CharBuffer.allocate(0), false, null);

    ReadAhead(Reader source) {
        this.source = source;
        this.thread = new Thread(this::readAll, "reference-file-reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll() {
        try {
            @Nullable Throwable failure = null;
            try {
                copyAll();
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
            blocks.put(new Block(CharBuffer.allocate(0), true, failure));
        } catch (InterruptedException e) {
            // The caller closed and waits for nothing more.
            Thread.currentThread().interrupt();
        }
    }

    private void copyAll() throws IOException, InterruptedException {
        while (true) {
            char[] text = new char[BLOCK];
            int length = source.read(text, 0, BLOCK);
            if (length < 0) {
                return;
            }
            blocks.put(new Block(CharBuffer.wrap(text, 0, length), false, null));
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (!block.text().hasRemaining() && !block.last()) {
            block = next();
        }
        if (block.last()) {
            throwIfFailed();
            return -1;
        }
        int n = Math.min(length, block.text().remaining());
        block.text().get(buffer, offset, n);
        return n;
    }

    private Block next() throws IOException {
        try {
            return blocks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a reference file was read");
        }
    }

    private void throwIfFailed() throws IOException {
        Throwable failure = block.failure();
        if (failure instanceof SourceUnreadable unreadable) {
            throw unreadable;
        }
        if (failure != null) {
            throw new IllegalStateException("Reading a reference file failed", failure);
        }
    }

    /** After this the source may be asked from the caller's thread. */
    void finish() throws IOException {
        while (!block.last()) {
            block = next();
        }
        throwIfFailed();
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
