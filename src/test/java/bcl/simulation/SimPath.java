package bcl.simulation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A real path as one node sees it. */
final class SimPath implements Path {
    private final SimFileSystem system;
    private final Path real;

    SimPath(SimFileSystem system, Path real) {
        this.system = system;
        this.real = real;
    }

    static Path real(Path path) {
        if (path instanceof SimPath sim) {
            return sim.real;
        }
        throw new ProviderMismatchException(path + " is a " + path.getClass());
    }

    private Path sim(Path path) {
        return path == null ? null : new SimPath(system, path);
    }

    private static Path plain(Path path) {
        return path instanceof SimPath sim ? sim.real : path;
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return sim(real.getRoot());
    }

    @Override
    public Path getFileName() {
        return sim(real.getFileName());
    }

    @Override
    public Path getParent() {
        return sim(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return sim(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return sim(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(plain(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(plain(other));
    }

    @Override
    public Path normalize() {
        return sim(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return sim(real.resolve(plain(other)));
    }

    @Override
    public Path relativize(Path other) {
        return sim(real.relativize(plain(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return sim(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return sim(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("nobody watches");
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(plain(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimPath sim && sim.system.number() == system.number() && sim.real.equals(real);
    }

    @Override
    public int hashCode() {
        return real.hashCode();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
