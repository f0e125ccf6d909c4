package bcl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Copies and removes folders. */
final class Folders {
    private Folders() {}

    /** A copy; files keep their times, on which the engine's quiet period depends. */
    static void copy(Path from, Path to) throws IOException {
        remove(to);
        for (Path each : all(from)) {
            Path target = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(target);
            } else {
                Files.copy(each, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path each : all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Each file to its place in another folder, which has all folders that it needs. */
    static void moveFiles(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Files.move(file, to.resolve(from.relativize(file).toString()));
        }
    }

    static List<Path> files(Path folder) throws IOException {
        return all(folder).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> all(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
