package bcl.shift;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the folder of reference data looks like from outside: a new file there is work for the night. */
final class ReferenceMark {
    private ReferenceMark() {}

    /** Changes when a file is put there, replaced or removed. */
    static String of(Home home) {
        try (Stream<Path> files = Files.list(home.reference())) {
            return files.map(ReferenceMark::one).sorted().collect(Collectors.joining(";"));
        } catch (IOException e) {
            // The run itself says what is wrong with the folder.
            return "unreadable";
        }
    }

    private static String one(Path file) {
        try {
            return file.getFileName() + ":" + Files.size(file) + ":"
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return file.getFileName() + ":gone";
        }
    }
}
