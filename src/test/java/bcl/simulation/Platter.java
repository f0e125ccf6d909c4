package bcl.simulation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What of a real folder would survive a power loss. Contents of files survive once they are synced; what was created, renamed or
 * deleted survives once a folder concerned is synced, with all that it builds on. Of the rest any part may be lost: the file
 * systems in use keep more than that.
 */
final class Platter {
    private final Path root;
    private final Path limbo;
    private final List<Entry> waiting = new ArrayList<>();
    private final Map<Object, Unsynced> unsynced = new LinkedHashMap<>();
    private int links;
    private boolean pretends;

    /** Bytes of a file that may be lost: those after {@code safe}. */
    private record Unsynced(Path link, long safe) {}

    Platter(Path root) throws IOException {
        this.root = root;
        this.limbo = Files.createDirectory(root.resolveSibling(root.getFileName() + ".limbo"));
    }

    /** A disk that says that it has synced and has not. */
    Platter pretending() {
        pretends = true;
        return this;
    }

    Path root() {
        return root;
    }

    static Object inode(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** For the history: the same for the same run of another home. */
    String name(Path path) {
        String name = path.startsWith(root) ? root.relativize(path).toString() : path.toString();
        return name.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*").replaceAll("[0-9a-f]{16}\\.tmp|-[0-9]{6,}", "*");
    }

    Path limbo() {
        return limbo;
    }

    void created(Path path) {
        waiting.add(new Entry(Entry.Kind.CREATE, path, path, null));
    }

    void linked(Path existing, Path link) {
        waiting.add(new Entry(Entry.Kind.LINK, existing, link, null));
    }

    void madeFolder(Path path) {
        waiting.add(new Entry(Entry.Kind.MAKE_FOLDER, path, path, null));
    }

    void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(path);
            waiting.add(new Entry(Entry.Kind.DELETE_FOLDER, path, path, null));
        } else {
            Path kept = Files.createLink(next(), path);
            Files.delete(path);
            waiting.add(new Entry(Entry.Kind.DELETE, path, path, kept));
        }
    }

    void move(Path from, Path to) throws IOException {
        Path kept = Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS) ? Files.createLink(next(), to) : null;
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        waiting.add(new Entry(Entry.Kind.MOVE, from, to, kept));
    }

    void writing(Object inode, Path path) throws IOException {
        if (!unsynced.containsKey(inode)) {
            unsynced.put(inode, new Unsynced(Files.createLink(next(), path), Files.size(path)));
        }
    }

    void synced(Object inode, Path path) throws IOException {
        if (pretends) {
            return;
        }
        Unsynced file = unsynced.remove(inode);
        if (file != null) {
            Files.delete(file.link());
        }
        if (Files.isDirectory(path)) {
            keep(entry -> entry.touches(path));
        }
    }

    /** What senders do is on the disk at once, and all that it builds on. */
    void keepAllOf(Path path) throws IOException {
        keep(entry -> entry.concerns(path));
    }

    private void keep(java.util.function.Predicate<Entry> which) throws IOException {
        boolean[] safe = new boolean[waiting.size()];
        for (int i = waiting.size() - 1; i >= 0; i--) {
            safe[i] |= which.test(waiting.get(i));
            for (int j = 0; safe[i] && j < i; j++) {
                safe[j] |= waiting.get(i).isRelated(waiting.get(j));
            }
        }
        Iterator<Entry> all = waiting.iterator();
        for (boolean each : safe) {
            Entry entry = all.next();
            if (each) {
                entry.forget();
                all.remove();
            }
        }
    }

    /** The power goes: of what is not safe some is lost. */
    void powerLoss(Random random) throws IOException {
        int odds = random.nextInt(4); // none, some, most or all
        List<Entry> lost = new ArrayList<>();
        for (Entry entry : waiting) {
            boolean unlucky = odds > 0 && random.nextInt(3) < odds;
            if (unlucky || lost.stream().anyMatch(entry::isRelated)) {
                lost.add(entry);
            } else {
                entry.forget();
            }
        }
        for (int i = lost.size() - 1; i >= 0; i--) {
            lost.get(i).undo();
        }
        waiting.clear();
        for (Unsynced file : unsynced.values()) {
            if (odds > 0) {
                lose(file, random);
            }
            Files.delete(file.link());
        }
        unsynced.clear();
    }

    /** The tail was never written, or its place is reserved and holds zeros. */
    private static void lose(Unsynced file, Random random) throws IOException {
        long size = Files.size(file.link());
        long left = file.safe() + (long) (random.nextDouble() * (size - file.safe() + 1));
        Files.setPosixFilePermissions(file.link(), PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(file.link(), StandardOpenOption.WRITE)) {
            channel.truncate(left);
            if (left < size && random.nextBoolean()) {
                channel.write(java.nio.ByteBuffer.allocate(1), size - 1);
            }
        }
    }

    private Path next() {
        return limbo.resolve(Integer.toString(++links));
    }
}
