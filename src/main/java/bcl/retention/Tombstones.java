package bcl.retention;

import bcl.ledger.Erasure;
import bcl.ledger.Erasure.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was erased, in files beside the database, one a month: a line each, on the disk before the content goes. A line that a crash cut
 * short has no end mark and does not count; what it stood for is still pending in the database.
 */
final class Tombstones {
    private static final String SUFFIX = ".erased";
    private static final String END = "end";
    private static final int COLUMNS = 8;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuuMM").withZone(ZoneOffset.UTC);

    private final Path folder;

    Tombstones(Path folder) {
        this.folder = folder;
    }

    /**
     * One line.
     *
     * @param erasure null for one that says that all lines before it, up to this number, were held against the database
     */
    record Line(long id, @Nullable Erasure erasure) {}

    /** Adds lines; they are on the disk when this returns. */
    void add(List<Erasure> erasures, Instant now) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Erasure each : erasures) {
            line(text, each.id(), each.kind().name(), each.subject(), each.digest(), each.receivedAt(), each.at());
            text.append(each.rule()).append('\t').append(END).append('\n');
        }
        write(text, now);
    }

    /** Says that the database knows all of them, whose last number is this. */
    void settled(long last, Instant now) throws IOException {
        StringBuilder text = new StringBuilder();
        line(text, last, "SETTLED", 0, "-", now, now);
        write(text.append("-\t").append(END).append('\n'), now);
    }

    /** The last line of all; empty if nothing was ever erased. */
    Optional<Line> last() throws IOException {
        List<Path> files = files();
        for (int i = files.size() - 1; i >= 0; i--) {
            Line[] last = new Line[1];
            read(files.get(i), line -> last[0] = line);
            if (last[0] != null) {
                return Optional.of(last[0]);
            }
        }
        return Optional.empty();
    }

    /** All erasures, in the order in which they were written. */
    void forEach(Consumer<Erasure> action) throws IOException {
        for (Path file : files()) {
            read(file, line -> {
                Erasure erasure = line.erasure();
                if (erasure != null) {
                    action.accept(erasure);
                }
            });
        }
    }

    private static void line(
            StringBuilder text, long id, String kind, long subject, String digest, Instant received, Instant at) {
        text.append(id).append('\t').append(kind).append('\t').append(subject).append('\t');
        text.append(digest)
                .append('\t')
                .append(received)
                .append('\t')
                .append(at)
                .append('\t');
    }

    private void write(StringBuilder text, Instant now) throws IOException {
        boolean made = makeFolder();
        Path file = folder.resolve(MONTH.format(now) + SUFFIX);
        made |= !Files.exists(file);
        try (FileChannel out = FileChannel.open(
                file,
                java.util.Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            // Begins a line of its own even if a crash cut the last one short.
            ByteBuffer bytes = StandardCharsets.UTF_8.encode((out.size() > 0 ? "\n" : "") + text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        if (made) {
            Durably.sync(folder);
        }
    }

    private boolean makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return false;
        }
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Durably.sync(Durably.parent(folder));
        return true;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        TreeSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*" + SUFFIX)) {
            files.forEach(found::add);
        }
        return new ArrayList<>(found);
    }

    private static void read(Path file, Consumer<Line> action) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                String[] columns = text.split("\t", -1);
                if (columns.length == COLUMNS && columns[COLUMNS - 1].equals(END)) {
                    action.accept(line(columns));
                }
            }
        }
    }

    private static Line line(String... columns) {
        long id = Long.parseLong(columns[0]);
        if ("SETTLED".equals(columns[1])) {
            return new Line(id, null);
        }
        return new Line(
                id,
                new Erasure(
                        id,
                        Kind.valueOf(columns[1]),
                        Long.parseLong(columns[2]),
                        columns[3],
                        Instant.parse(columns[4]),
                        Instant.parse(columns[5]),
                        columns[6]));
    }
}
