package bcl.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** A file of {@code inbound/} that a client has open for writing. Used by one thread. */
final class UploadChannel extends OpenFile {
    private final UploadBoard.Upload upload;
    private final Quota quota;

    UploadChannel(FileChannel file, UploadBoard.Upload upload, Quota quota) {
        super(file);
        this.upload = upload;
        this.quota = quota;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        long end = file.position() + count;
        if (end < 0) {
            throw Refused.failure("The place to write at is beyond any file");
        }
        requireThere();
        quota.write(count, Math.max(0, end - file.size()));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        return count;
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        if (size > file.size()) {
            throw Refused.denied("A file can be made shorter, and longer only by writing");
        }
        requireThere();
        long before = file.size();
        file.truncate(size);
        quota.shrunk(before - size);
        return this;
    }

    void sync() throws IOException {
        file.force(true);
    }

    /** The client closes it: what it wrote is on the disk when this returns. */
    void finish() throws IOException {
        boolean done = false;
        try {
            sync();
            file.close();
            done = true;
        } finally {
            if (!done) {
                breakOff();
            }
        }
        if (!upload.closed()) {
            throw taken();
        }
    }

    /** The session ended. */
    void breakOff() throws IOException {
        try {
            file.close();
        } finally {
            upload.broken();
        }
    }

    String name() {
        return String.valueOf(upload.path().getFileName());
    }

    boolean isThere() throws IOException {
        return upload.isThere();
    }

    private void requireThere() throws IOException {
        if (!upload.isThere()) {
            throw taken();
        }
    }

    private static Refused taken() {
        return Refused.failure(
                "The file was taken, removed or replaced while it was being written: what is written now goes "
                        + "nowhere. See outbound/ for its answer, or send it again");
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return file.read(bytes);
    }
}
