package bcl.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The digests as files to hand to others, one a day: of each seal a line with its number, its time, how many entries it added and its
 * digest. The last line is the day's digest.
 */
public final class DigestFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DigestFiles.class);
    private static final String SUFFIX = ".digest";
    private static final String TEMPORARY = ".[0-9]*" + SUFFIX + "{,.*.tmp}";
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final Path folder;
    private final Seals seals;

    public DigestFiles(Path folder, Seals seals) {
        this.folder = folder;
        this.seals = seals;
    }

    public Path of(LocalDate day) {
        return folder.resolve(DateTimeFormatter.BASIC_ISO_DATE.format(day) + SUFFIX);
    }

    /**
     * Writes the file of a day, unless it is there already; what it said before stays its beginning. Several may write at once: the
     * file ends up with all that was sealed.
     *
     * @param sync waits until the seals that were read cannot be lost any more; called before anybody can read of them
     * @throws IOException if it cannot be written, or says something else than the seals: then it stays as it is
     */
    public void write(LocalDate day, Runnable sync) throws IOException {
        Path file = of(day);
        while (true) {
            // The file first: whoever wrote it meanwhile had committed what it says.
            List<String> said = said(file);
            List<String> lines = lines(day);
            if (said.equals(lines)) {
                return;
            }
            if (said.size() > lines.size() || !lines.subList(0, said.size()).equals(said)) {
                throw new IOException(
                        file + " says other digests than the database. One of them was changed: run reconcile");
            }
            sync.run();
            replace(file, lines);
        }
    }

    private static List<String> said(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private void replace(Path file, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeDurably(temporary, lines);
            removeLeftovers(Files.getLastModifiedTime(temporary));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** What is old was left by a kill; what is young, somebody may be writing. Both times are the file system's own. */
    private void removeLeftovers(FileTime now) throws IOException {
        Instant old = now.toInstant().minus(LEFT_OVER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TEMPORARY)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("Somebody else has just removed or renamed {}", e.getFile());
        }
    }

    /** A power loss that left half a file under its name would look as if somebody had changed it. */
    private static void writeDurably(Path file, List<String> lines) throws IOException {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(String.join("\n", lines) + "\n");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** Holds the files that are there against the seals: a file that is missing is no difference. */
    void check(Listener listener) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path file : files(listener)) {
            try {
                LocalDate day = LocalDate.parse(
                        file.getFileName().toString().replace(SUFFIX, ""), DateTimeFormatter.BASIC_ISO_DATE);
                List<String> lines = lines(day);
                List<String> said = Files.readAllLines(file);
                if (said.size() > lines.size() || !lines.subList(0, said.size()).equals(said)) {
                    listener.differs(
                            null,
                            null,
                            "the database has other digests of " + day + " than were given away in evidence/"
                                    + file.getFileName());
                }
            } catch (IOException | java.time.DateTimeException e) {
                listener.differs(null, null, "evidence/" + harmless(file) + " cannot be read");
            }
        }
    }

    private Set<Path> files(Listener listener) {
        Set<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*" + SUFFIX)) {
            files.forEach(found::add);
        } catch (IOException e) {
            listener.differs(
                    null,
                    null,
                    "the folder evidence/ cannot be read: " + e.getClass().getSimpleName());
        }
        return found;
    }

    private List<String> lines(LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (Seal seal : seals.of(day)) {
            lines.add(seal.number() + " " + seal.sealedAt() + " " + seal.entries() + " " + seal.hex());
        }
        return lines;
    }

    private static String harmless(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("[^ -~]", "?");
    }
}
