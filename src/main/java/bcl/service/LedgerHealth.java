package bcl.service;

import bcl.commands.EngineSettings;
import bcl.commands.ExitCode;
import bcl.http.Check;
import bcl.jobs.Stores;
import bcl.ledger.DailyAct;
import bcl.ledger.DailyLedger;
import bcl.ledger.FileState;
import bcl.ledger.LeaseAttempt;
import bcl.ledger.NightLease;
import bcl.night.UkTime;
import bcl.night.Window;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What health asks the database. While that is away it is not asked, so that health itself always answers at once. Thread-safe. */
final class LedgerHealth {
    private final DatabaseWatch database;
    private final JdbcTemplate jdbc;
    private final EngineSettings settings;
    private final Stores stores;
    private final NightLease lease;

    LedgerHealth(DatabaseWatch database, JdbcTemplate jdbc, EngineSettings settings, Stores stores, NightLease lease) {
        this.database = database;
        this.jdbc = jdbc;
        this.settings = settings;
        this.stores = stores;
        this.lease = lease;
    }

    /** By name. */
    Map<String, Supplier<Check>> checks() {
        return Map.of(
                "database", () -> ofDatabase(() -> Check.up(Map.of())),
                "lease", () -> ofDatabase(this::lease),
                "work", () -> ofDatabase(this::work),
                "daily", () -> ofDatabase(this::daily));
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

    /** What the service does by itself once a day: whether all added up, and whether what is old enough is gone. */
    private Check daily() {
        DailyLedger ledger = new DailyLedger(jdbc);
        Map<String, Object> details = new HashMap<>();
        boolean good = true;
        for (String name : List.of(DailyReconcile.NAME, DailyErase.NAME)) {
            Optional<DailyAct> last = ledger.last(name);
            if (last.isPresent()) {
                DailyAct act = last.get();
                details.put(name, act.day() + ": " + act.detail());
                Long figure = act.figure();
                good &= figure != null && (figure == 0 || !name.equals(DailyReconcile.NAME));
            }
        }
        return good ? Check.up(details) : Check.attention(details);
    }

    private Check ofDatabase(Supplier<Check> check) {
        Optional<Instant> away = database.awaySince();
        if (away.isPresent()) {
            return Check.down(Map.of("problem", "the database does not answer", "since", UkTime.readable(away.get())));
        }
        try {
            return check.get();
        } catch (DataAccessException e) {
            return Check.down(Map.of("problem", "the database does not answer"));
        }
    }
}
