package bcl.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The real disk, on which something goes wrong. */
record TroubledDisk(Trouble trouble, Disk disk) implements Disk {
    TroubledDisk(Trouble trouble) {
        this(trouble, new LocalDisk());
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return trouble.onDisk(() -> disk.list(folder));
    }

    @Override
    public Entry entry(Path path) throws IOException {
        return trouble.onDisk(() -> disk.entry(path));
    }

    @Override
    public Instant lastStatusChange(Path file) throws IOException {
        return trouble.onDisk(() -> disk.lastStatusChange(file));
    }

    @Override
    public byte[] tail(Path file, int most) throws IOException {
        return trouble.onDisk(() -> disk.tail(file, most));
    }

    /** One that is killed in the middle leaves half a copy. */
    @Override
    public Copied copy(Path from, Path to) throws IOException {
        if (trouble.killsHalfWay()) {
            byte[] bytes = Files.readAllBytes(from);
            Files.write(to, Arrays.copyOf(bytes, bytes.length / 2));
        }
        return trouble.onDisk(() -> disk.copy(from, to));
    }

    @Override
    public String digest(Path file) throws IOException {
        return trouble.onDisk(() -> disk.digest(file));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        act(() -> disk.makeFolder(folder));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        act(() -> disk.move(from, to));
    }

    @Override
    public boolean moveIfFree(Path from, Path to) throws IOException {
        return trouble.onDisk(() -> disk.moveIfFree(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        act(() -> disk.delete(path));
    }

    @Override
    public void sync(Path folder) throws IOException {
        act(() -> disk.sync(folder));
    }

    private void act(VoidAct act) throws IOException {
        trouble.onDisk(() -> {
            act.run();
            return true;
        });
    }

    private interface VoidAct {
        void run() throws IOException;
    }
}
