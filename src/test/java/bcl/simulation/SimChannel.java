package bcl.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file or folder of one node: reads, writes and syncs are points. */
final class SimChannel extends FileChannel {
    /** What a read gives at a time, so that reading a file can fail in its middle. */
    private static final int MOST = 600;

    private final FileChannel real;
    private final Path path;
    private final Object inode;
    private final Node node;
    private final Platter platter;

    SimChannel(FileChannel real, Path path, Node node, Platter platter) throws IOException {
        this.real = real;
        this.path = path;
        this.inode = Platter.inode(path);
        this.node = node;
        this.platter = platter;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        Fault fault = SimProvider.before(node, "write " + platter.name(path), () -> half(bytes));
        platter.writing(inode, path);
        int written = real.write(bytes);
        SimProvider.after(node, fault, "write");
        return written;
    }

    private void half(ByteBuffer bytes) {
        try {
            ByteBuffer half = bytes.duplicate();
            half.limit(half.position() + half.remaining() / 2);
            platter.writing(inode, path);
            real.write(half);
        } catch (IOException e) {
            throw new IllegalStateException("the real disk failed", e);
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        Fault fault = SimProvider.before(node, "sync " + platter.name(path), () -> {});
        platter.synced(inode, path);
        SimProvider.after(node, fault, "sync");
    }

    @Override
    public long write(ByteBuffer[] all, int from, int length) throws IOException {
        long written = 0;
        for (int i = from; i < from + length; i++) {
            while (all[i].hasRemaining()) {
                written += write(all[i]);
            }
        }
        return written;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        Fault fault = SimProvider.before(node, "write " + platter.name(path), () -> {});
        platter.writing(inode, path);
        int written = real.write(bytes, position);
        SimProvider.after(node, fault, "write");
        return written;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        SimProvider.look(node, "read " + platter.name(path));
        ByteBuffer part = part(bytes);
        int read = real.read(part);
        bytes.position(part.position());
        return read;
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        SimProvider.look(node, "read " + platter.name(path));
        ByteBuffer part = part(bytes);
        int read = real.read(part, position);
        bytes.position(part.position());
        return read;
    }

    private static ByteBuffer part(ByteBuffer bytes) {
        ByteBuffer part = bytes.duplicate();
        part.limit(Math.min(bytes.limit(), bytes.position() + MOST));
        return part;
    }

    @Override
    public long read(ByteBuffer[] all, int from, int length) {
        throw new UnsupportedOperationException("nobody reads into several buffers");
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        throw new UnsupportedOperationException("nobody truncates");
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        node.requireAlive();
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        throw new UnsupportedOperationException("nobody transfers");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        node.requireAlive();
        return real.map(mode, position, size);
    }

    /** As on a shared file system that has no locks: the engine says that nothing goes wrong there either. */
    @Override
    public FileLock lock(long position, long size, boolean shared) {
        return new FileLock(this, position, size, shared) {
            @Override
            public boolean isValid() {
                return true;
            }

            @Override
            public void release() {
                // nothing is held
            }
        };
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        return lock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
