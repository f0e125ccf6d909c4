package bcl.golden;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads folders of a case or a home; what is not there reads as empty. */
final class Folders {
    private Folders() {}

    /** What lies in a folder, by name. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** Every file below a folder, however deep. */
    static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The files of the folders in a folder. A {@code %XX} in a name stands for that byte. */
    static SortedMap<Place, byte[]> filesByPlace(Path folder) throws IOException {
        SortedMap<Place, byte[]> files = new TreeMap<>();
        for (Path owner : list(folder)) {
            for (Path file : list(owner)) {
                files.put(new Place(owner.getFileName().toString(), decode(file)), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static String decode(Path file) {
        return URLDecoder.decode(file.getFileName().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
