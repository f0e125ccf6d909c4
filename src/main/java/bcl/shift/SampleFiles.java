package bcl.shift;

import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays the sample files that {@code demo.txt} names, one case a line, into a home as if their senders had. */
final class SampleFiles {
    /** Older than any quiet period, so that broken uploads are taken too. */
    private static final Duration AGE = Duration.ofHours(2);

    private SampleFiles() {}

    /** One file, and what its case shows. */
    record Laid(String organisation, String name, String shows) {}

    static List<Laid> lay(Path samples, Home home, Instant now) throws IOException {
        List<Laid> laid = new ArrayList<>();
        copyAll(samples.resolve("reference"), home.reference(), now);
        for (String each : Files.readAllLines(samples.resolve("demo.txt"))) {
            if (!each.isBlank()) {
                laid.addAll(layCase(samples.resolve(each.strip()), home, now));
            }
        }
        return laid;
    }

    private static List<Laid> layCase(Path folder, Home home, Instant now) throws IOException {
        List<Laid> laid = new ArrayList<>();
        for (Path organisation : sorted(folder.resolve("night-1"))) {
            String code = organisation.getFileName().toString();
            for (String name : copyAll(organisation, home.inbound(code), now)) {
                laid.add(new Laid(code, name, shows(folder)));
            }
        }
        return laid;
    }

    /** The first sentence of the case's notes. */
    private static String shows(Path folder) throws IOException {
        String text = Files.readAllLines(folder.resolve("notes.md")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        int end = text.indexOf(". ");
        return folder.getFileName() + ": " + (end < 0 ? text : text.substring(0, end + 1));
    }

    private static List<String> copyAll(Path from, Path to, Instant now) throws IOException {
        List<String> names = new ArrayList<>();
        Files.createDirectories(to);
        for (Path file : sorted(from)) {
            Path copy = to.resolve(file.getFileName().toString());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(copy, FileTime.from(now.minus(AGE)));
            names.add(file.getFileName().toString());
        }
        return names;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
