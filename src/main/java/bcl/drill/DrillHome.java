package bcl.drill;

import bcl.wire.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A home of the drill, and the engine's commands on it as processes. */
final class DrillHome {
    private final Home home;
    private final DrillPlan plan;
    private final Map<String, String> database;
    private int processes;

    DrillHome(Path root, DrillPlan plan, Map<String, String> database) throws IOException {
        this.home = new Home(root);
        this.plan = plan;
        this.database = database;
        Files.createDirectories(home.sftp());
    }

    /** Chunks so small that a night lasts, and jobs that say when they begin. */
    void makeSlow(long smallFile) throws IOException {
        Files.writeString(home.settings(), """
                logging.level.org.springframework.batch.core.launch: INFO
                bcl.night:
                  lease: 1s
                  small-file: %dB
                  files-per-chunk: 2
                  contacts-per-chunk: 2
                  contacts-per-part: 10
                """.formatted(smallFile));
    }

    void layReference(Path from) throws IOException {
        Files.createDirectories(home.reference());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, home.reference().resolve(file.getFileName()));
            }
        }
    }

    /** Lays a file into its sender's folder, whole and with its time: under another name until then. */
    void send(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path inbound = Files.createDirectories(home.inbound(name.substring(0, 3)));
        Path upload = inbound.resolve(name + ".part");
        Files.copy(file, upload, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(upload, inbound.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts a command on it. */
    EngineProcess start(String command) throws IOException {
        List<String> line = new ArrayList<>(plan.engine());
        line.addAll(List.of(command, "--home", home.root().toString()));
        if ("night".equals(command)) {
            line.addAll(List.of("--override-window", "kill drill"));
        }
        processes++;
        Path log = plan.folder().resolve("%s-%04d-%s.log".formatted(home.root().getFileName(), processes, command));
        return EngineProcess.start(line, database, log, plan.stop());
    }

    /** Whether files are claimed and not yet given back or removed. */
    boolean isTakingIn() {
        try (DirectoryStream<Path> claims =
                Files.newDirectoryStream(home.sftp().resolve(".taken"), Files::isDirectory)) {
            return claims.iterator().hasNext();
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that lies in outbound folders, what has not its final name yet included. */
    List<Path> published() {
        return published(home);
    }

    private static List<Path> published(Home home) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> senders = Files.newDirectoryStream(home.sftp(), path -> !isHidden(path))) {
            for (Path sender : senders) {
                addFiles(sender.resolve("outbound"), files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return files;
    }

    private static void addFiles(Path outbound, List<Path> files) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(outbound)) {
            found.forEach(files::add);
        } catch (NoSuchFileException e) {
            return; // made with the first answer
        }
    }

    /** The answers under their final names. */
    List<Path> answers() {
        return answers(home);
    }

    static List<Path> answers(Home home) {
        List<Path> answers = published(home);
        answers.removeIf(DrillHome::isHidden);
        return answers;
    }

    /** Files that nobody took, in words. */
    List<String> leftInInbound() throws IOException {
        try (Stream<Path> files = Files.walk(home.sftp())) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains("/inbound/"))
                    .map(file -> Traffic.name(file) + " was not taken")
                    .toList();
        }
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
