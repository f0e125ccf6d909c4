package bcl.responses;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An answer under a name that nobody looks at, until it is whole, durable and renamed. */
final class TempFile extends OutputStream {
    private final Path path;
    private final FileChannel channel;

    TempFile(Path path, Disk disk) throws IOException {
        this.path = path;
        this.channel = disk.create(path);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Makes what was written durable and closes the file. The same handle that wrote is told of errors, a later one may not be. */
    void seal() throws IOException {
        channel.force(true);
        channel.close();
    }

    /** Gives it its final name in one step, in the same folder. */
    void moveTo(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away what was not moved. */
    void discard() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
