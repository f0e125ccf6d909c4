package bcl.crash;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The wall clock of processes that are started under libfaketime; it can be moved while they run. Time that only runs stays true. */
final class FakeTime {
    private final Path file;
    private final String library;

    private FakeTime(Path file, String library) {
        this.file = file;
        this.library = library;
    }

    /** Where the tool is missing, the test is not run. */
    static FakeTime at(Path folder, Instant now) throws IOException, InterruptedException {
        FakeTime time = new FakeTime(folder.resolve("faketime"), library());
        time.moveTo(now);
        return time;
    }

    /** Processes see it within a second. */
    void moveTo(Instant now) throws IOException {
        String offset = "%+d".formatted(Duration.between(Instant.now(), now).toSeconds());
        Path next = Files.writeString(file.resolveSibling("faketime.next"), offset + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** For {@code bcl.Main}, with these arguments. */
    EngineProcess start(Path home, String... arguments) throws IOException {
        return EngineProcess.start(
                home,
                List.of(
                        "env",
                        "LD_PRELOAD=" + library,
                        "FAKETIME_TIMESTAMP_FILE=" + file,
                        "FAKETIME_CACHE_DURATION=1",
                        "FAKETIME_DONT_FAKE_MONOTONIC=1",
                        // Without it each timed wait of the JVM ends at once, and processes spin for minutes.
                        "FAKETIME_FORCE_MONOTONIC_FIX=0"),
                "bcl.Main",
                Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
                        .toArray(String[]::new));
    }

    /** The tool itself stays before its command and keeps signals from it: its library alone is used. */
    private static String library() throws InterruptedException {
        try {
            Process tool = new ProcessBuilder("faketime", "-f", "+0", "env").start();
            String environment =
                    new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            tool.waitFor();
            return environment
                    .lines()
                    .filter(line -> line.startsWith("LD_PRELOAD="))
                    .map(line -> line.substring("LD_PRELOAD=".length()))
                    .findFirst()
                    .orElseGet(() -> abort("faketime works here without LD_PRELOAD, which the test needs"));
        } catch (IOException e) {
            return abort("the tool faketime is not installed (Debian and Ubuntu: apt-get install faketime)");
        }
    }
}
