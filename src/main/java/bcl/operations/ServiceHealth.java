package bcl.operations;

import bcl.http.Check;
import bcl.jobs.Stores;
import bcl.ledger.FileState;
import bcl.ledger.LeaseAttempt;
import bcl.ledger.NightLease;
import bcl.night.UkTime;
import bcl.night.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The checks behind health: each does what the engine needs to be able to do. Thread-safe. */
final class ServiceHealth {
    private static final long LEAST_SPACE = 512L << 20;

    private final JdbcTemplate jdbc;
    private final EngineSettings settings;
    private final Stores stores;
    private final NightLease lease;
    private final DayIntake intake;

    ServiceHealth(JdbcTemplate jdbc, EngineSettings settings, Stores stores, NightLease lease, DayIntake intake) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.stores = stores;
        this.lease = lease;
        this.intake = intake;
    }

    /** By name. */
    Map<String, Supplier<Check>> checks() {
        return Map.of(
                "database", this::database,
                "disk", this::disk,
                "lease", () -> ofDatabase(this::lease),
                "window", this::window,
                "intake", this::intake,
                "work", () -> ofDatabase(this::work));
    }

    private Check database() {
        return ofDatabase(() -> {
            jdbc.queryForObject("select count(*) from lease", Long.class);
            return Check.up(Map.of());
        });
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

    private Check lease() {
        Optional<LeaseAttempt.HeldBy> held = lease.current();
        boolean open =
                Window.containing(stores.clock().now(), settings.window()).isPresent();
        if (held.isEmpty()) {
            return open
                    ? Check.attention(
                            Map.of("holder", "nobody", "problem", "the window is open and nobody runs the night"))
                    : Check.up(Map.of("holder", "nobody"));
        }
        return Check.up(Map.of(
                "holder", held.get().holder(), "expires", held.get().expires().toString()));
    }

    private Check window() {
        var now = stores.clock().now();
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

    private Check work() {
        int held = stores.files().inState(FileState.HELD).size();
        int paused = stores.files().inState(FileState.PAUSED).size();
        boolean failed = jdbc.queryForList(
                        "select exit_code from run where ended_at is not null order by id desc fetch first 1 rows only",
                        Integer.class)
                .contains(ExitCode.FAILED.code());
        Map<String, Object> details = Map.of("held", held, "paused", paused, "lastRunFailed", failed);
        return held > 0 || paused > 0 || failed ? Check.attention(details) : Check.up(details);
    }

    private static Check ofDatabase(Supplier<Check> check) {
        try {
            return check.get();
        } catch (DataAccessException e) {
            return Check.down(Map.of("problem", "the database does not answer"));
        }
    }
}
