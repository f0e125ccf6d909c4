package bcl.sftp;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** A file that a client has open: what is the same whether it reads or writes. Used by one thread. */
abstract class OpenFile implements SeekableByteChannel {
    final FileChannel file;

    OpenFile(FileChannel file) {
        this.file = file;
    }

    @Override
    public final long position() throws IOException {
        return file.position();
    }

    @Override
    public final SeekableByteChannel position(long to) throws IOException {
        file.position(to);
        return this;
    }

    @Override
    public final long size() throws IOException {
        return file.size();
    }

    @Override
    public final boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public final void close() throws IOException {
        file.close();
    }
}
