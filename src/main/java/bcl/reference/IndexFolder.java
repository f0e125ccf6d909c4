package bcl.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of the index files. Names that begin with a dot are being built, or were when a run was killed. */
final class IndexFolder {
    private static final String BUILDING = ".building-";

    private final Path folder;

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    static String nameOf(LocalDate date, String digest) {
        return "meter-points-" + date + "-" + digest.substring(0, 16) + ".index";
    }

    /** Builds the index file and gives it its name {@link #nameOf}. Gives the number of rows. */
    Attempt<Long> build(SourceFile source, LocalDate date, long smallest) throws IOException {
        Files.createDirectories(folder);
        Path building = Files.createTempDirectory(folder, BUILDING);
        try {
            Path index = building.resolve("index");
            Attempt<Long> attempt = SnapshotFile.build(source, date, smallest, index);
            if (attempt instanceof Attempt.Done) {
                Durable.move(index, folder.resolve(nameOf(date, source.digest())));
            }
            return attempt;
        } finally {
            Durable.deleteTree(building);
        }
    }

    /** Throws {@link IndexDamaged} if the file is missing, damaged or of another snapshot. */
    SnapshotIndex open(LocalDate date, String digest, long rows) throws IOException {
        Path path = folder.resolve(nameOf(date, digest));
        if (!Files.exists(path)) {
            throw new IndexDamaged("is missing");
        }
        SnapshotIndex index = SnapshotIndex.open(path);
        IndexHeader header = index.header();
        if (!header.date().equals(date) || !header.digest().equals(digest) || header.rows() != rows) {
            throw new IndexDamaged("is of another snapshot");
        }
        return index;
    }

    /** Deletes everything but these index files. */
    void keepOnly(Set<String> names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path path : paths()) {
            String name = String.valueOf(path.getFileName());
            if (name.startsWith(BUILDING)) {
                Durable.deleteTree(path);
            } else if (name.endsWith(".index") && !names.contains(name)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
