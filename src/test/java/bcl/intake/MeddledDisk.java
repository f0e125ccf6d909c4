package bcl.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The real disk, with something that happens once, just before the first file was copied whole. */
final class MeddledDisk implements Disk {
    private final Disk disk = new LocalDisk();
    private final Meddling meddling;
    private final AtomicBoolean done = new AtomicBoolean();

    MeddledDisk(Meddling meddling) {
        this.meddling = meddling;
    }

    @Override
    public Copied copy(Path from, Path to) throws IOException {
        Copied copied = disk.copy(from, to);
        if (done.compareAndSet(false, true)) {
            meddling.meddle();
        }
        return copied;
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public Entry entry(Path path) throws IOException {
        return disk.entry(path);
    }

    @Override
    public Instant lastStatusChange(Path file) throws IOException {
        return disk.lastStatusChange(file);
    }

    @Override
    public byte[] tail(Path file, int most) throws IOException {
        return disk.tail(file, most);
    }

    @Override
    public String digest(Path file) throws IOException {
        return disk.digest(file);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        disk.makeFolder(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public boolean moveIfFree(Path from, Path to) throws IOException {
        return disk.moveIfFree(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.delete(path);
    }

    @Override
    public void sync(Path folder) throws IOException {
        disk.sync(folder);
    }

    interface Meddling {
        void meddle() throws IOException;
    }
}
