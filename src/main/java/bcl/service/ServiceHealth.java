package bcl.service;

import bcl.commands.EngineSettings;
import bcl.http.Check;
import bcl.night.NightClock;
import bcl.night.UkTime;
import bcl.night.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The checks behind health: each does what the engine needs to be able to do. Thread-safe. */
final class ServiceHealth {
    private static final long LEAST_SPACE = 512L << 20;

    private final EngineSettings settings;
    private final NightClock clock;
    private final LedgerHealth ledger;
    private final DayIntake intake;

    ServiceHealth(EngineSettings settings, NightClock clock, LedgerHealth ledger, DayIntake intake) {
        this.settings = settings;
        this.clock = clock;
        this.ledger = ledger;
        this.intake = intake;
    }

    /** By name. */
    Map<String, Supplier<Check>> checks() {
        Map<String, Supplier<Check>> checks = new HashMap<>(ledger.checks());
        checks.put("disk", this::disk);
        checks.put("window", this::window);
        checks.put("intake", this::intake);
        return checks;
    }

    /** Writes and removes a file in each place that must take some. */
    private Check disk() {
        try {
            long least = Long.MAX_VALUE;
            for (Path folder : List.of(
                    settings.home().archive(),
                    settings.home().sftp(),
                    settings.home().database())) {
                if (Files.isDirectory(folder)) {
                    Path probe = Files.createTempFile(folder, ".health", ".tmp");
                    Files.write(probe, new byte[] {1});
                    Files.delete(probe);
                    least = Math.min(least, Files.getFileStore(folder).getUsableSpace());
                }
            }
            Map<String, Object> space = Map.of("freeBytes", least, "leastBytes", LEAST_SPACE);
            return least < LEAST_SPACE ? Check.down(space) : Check.up(space);
        } catch (IOException e) {
            return Check.down(Map.of("problem", e.getClass().getSimpleName()));
        }
    }

    private Check window() {
        Instant now = clock.now();
        Optional<Window> open = Window.containing(now, settings.window());
        Window shown = open.orElseGet(() -> Window.next(now, settings.window()));
        return Check.up(Map.of(
                "open", open.isPresent(),
                "opens", UkTime.readable(shown.opens()),
                "closes", UkTime.readable(shown.closes())));
    }

    private Check intake() {
        return intake.trouble()
                .map(problem -> Check.down(Map.of("problem", problem)))
                .orElse(Check.up(Map.of()));
    }
}
