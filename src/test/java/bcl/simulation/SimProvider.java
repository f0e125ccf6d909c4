package bcl.simulation;

import bcl.simulation.Point.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What one node does with files: all of it real, each act a point, and the platter knows what a power loss would take. */
final class SimProvider extends FileSystemProvider {
    private final SimFileSystem system;
    private final Node node;
    private final Platter platter;

    SimProvider(SimFileSystem system, Node node, Platter platter) {
        this.system = system;
        this.node = node;
        this.platter = platter;
    }

    /** Before an act that changes something. */
    static Fault before(Node node, String what, Runnable half) throws IOException {
        Fault fault = node.before(Port.DISK, what, true, half);
        if (fault == Fault.REFUSED || fault == Fault.AWAY) {
            throw new IOException("No space left on device");
        }
        return fault;
    }

    static void after(Node node, Fault fault, String what) throws IOException {
        if (fault == Fault.ANSWER_LOST) {
            throw new IOException("Input/output error");
        }
        node.after(fault, what);
    }

    private Path change(String what, Path path, Change change) throws IOException {
        Path real = SimPath.real(path);
        Fault fault = before(node, what + " " + platter.name(real), () -> {});
        change.on(real);
        after(node, fault, what);
        return real;
    }

    private Path look(String what, Path path) throws IOException {
        Path real = SimPath.real(path);
        look(node, what + " " + platter.name(real));
        return real;
    }

    /** Before an act that changes nothing. */
    static void look(Node node, String what) throws IOException {
        Fault fault = node.before(Port.DISK, what, false);
        if (fault == Fault.REFUSED || fault == Fault.AWAY) {
            throw new IOException("Input/output error");
        }
        after(node, fault, what);
    }

    @FunctionalInterface
    private interface Change {
        void on(Path real) throws IOException;
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path real = SimPath.real(path);
        boolean makes = options.contains(StandardOpenOption.CREATE_NEW)
                || (options.contains(StandardOpenOption.CREATE) && !Files.exists(real));
        if (!makes) {
            look("open", path);
            return new SimChannel(FileChannel.open(real, options, attributes), real, node, platter);
        }
        Fault fault = before(node, "create " + platter.name(real), () -> {});
        FileChannel made = FileChannel.open(real, options, attributes);
        platter.created(real);
        try {
            after(node, fault, "create");
        } catch (IOException | Crash e) {
            made.close();
            throw e;
        }
        return new SimChannel(made, real, node, platter);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(look("list", folder))) {
            for (Path entry : entries.sorted().map(system::sim).toList()) {
                if (filter.accept(entry)) {
                    found.add(entry);
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return found.iterator();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        change("mkdir", folder, real -> {
            Files.createDirectory(real, attributes);
            platter.madeFolder(real);
        });
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        change("link", link, real -> {
            Files.createLink(real, SimPath.real(existing));
            platter.linked(SimPath.real(existing), real);
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        change("delete", path, platter::delete);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        change(
                "move to " + platter.name(SimPath.real(to)) + " from",
                from,
                real -> platter.move(real, SimPath.real(to)));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new UnsupportedOperationException("nobody copies by the system");
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return Files.isSameFile(SimPath.real(one), SimPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(SimPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(look("volume of", path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path real = look("access", path);
        real.getFileSystem().provider().checkAccess(real, modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        node.requireAlive();
        return Files.getFileAttributeView(SimPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(look("look at", path), type, options);
    }

    /** The time of the last change of status is the machine's own: here it is that of the modification. */
    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        Path real = look("look at", path);
        return names.equals("unix:ctime")
                ? Map.of("ctime", Files.getLastModifiedTime(real, options))
                : Files.readAttributes(real, names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
        change("set " + name, path, real -> Files.setAttribute(real, name, value, options));
    }

    @Override
    public String getScheme() {
        return "sim";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return system.sim(Path.of(uri));
    }
}
