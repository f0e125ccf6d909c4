package bcl.shift;

import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.commands.ExitCode;
import bcl.commands.ProgressBar;
import bcl.commands.Session;
import bcl.commands.TakenOver;
import bcl.jobs.NightReport;
import bcl.jobs.RunWatch;
import bcl.jobs.Stores;
import bcl.ledger.FileState;
import bcl.ledger.LedgerConflict;
import bcl.ledger.LedgerFile;
import bcl.ledger.NewRun;
import bcl.ledger.NightLease;
import bcl.ledger.RunLedger;
import bcl.ledger.Worked;
import bcl.night.Admission;
import bcl.night.NightClock;
import bcl.night.Window;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The paperwork of a night: what is recorded of a run, what it tells, and its exit code. */
@Component
final class NightDesk {
    /** Whoever holds the lease knows that no run of any of these goes on. */
    private static final List<String> RUN_BY = List.of("night", "serve");

    private final EngineSettings settings;
    private final Stores stores;
    private final RunLedger runs;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    NightDesk(
            EngineSettings settings,
            Stores stores,
            RunLedger runs,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.settings = settings;
        this.stores = stores;
        this.runs = runs;
        this.jdbc = jdbc;
    }

    EngineSettings settings() {
        return settings;
    }

    NightClock clock() {
        return stores.clock();
    }

    /** Reading a home is allowed with a wrong clock; working on it is not. */
    void checkClock() {
        ClockCheck.check(JdbcClient.create(jdbc), clock().now());
    }

    /**
     * A run that begins now.
     *
     * @param holder as the lease names it, so that both are known to belong together
     * @param reason why it may run outside the window; it does not count inside
     */
    NewRun start(String holder, Optional<String> reason, Admission.Admitted admitted) {
        Instant now = clock().now();
        Optional<Window> window = Window.containing(now, settings.window());
        return new NewRun(
                "night",
                holder,
                now,
                window.map(Window::opens).orElse(null),
                admitted.ends().orElse(null),
                admitted.overridden() ? reason.orElse(null) : null,
                ProgramId.get());
    }

    /**
     * Records the run, and the override as an act of the user. Runs that were killed are closed first; a process that was frozen
     * and has lost the lease meanwhile must not close the run of the one that has it.
     *
     * @throws EngineException if the lease is another's
     */
    long begin(NewRun start, String user, NightLease lease, long token) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    RUN_BY.forEach(command -> runs.buryKilled(command, start.startedAt()));
                    long run = runs.start(start);
                    String reason = start.overrideReason();
                    if (reason != null) {
                        stores.operators()
                                .acted(start.startedAt(), user, "override-window", "run " + run, reason, "started");
                    }
                    if (!lease.over(jdbc).isOurs(token)) {
                        throw new TakenOver(null);
                    }
                    return run;
                }),
                "the number of the run");
    }

    void end(long run, ExitCode code, String detail) {
        try {
            runs.finish(run, clock().now(), code.code(), detail);
        } catch (LedgerConflict e) {
            throw new TakenOver(e); // whoever has the lease now has closed it
        }
    }

    /**
     * What a run asks and tells while this lease is held.
     *
     * @param bar for whoever waits for the run
     */
    RunWatch watch(long run, NightLease lease, long token, ProgressBar bar) {
        NightLease within = lease.over(jdbc);
        return new RunWatch() {
            @Override
            public boolean mayCommit() {
                return within.isOurs(token);
            }

            @Override
            public void worked(Worked soFar) {
                runs.worked(run, soFar);
            }

            @Override
            public void left(LongSupplier bytes) {
                if (bar.isSeen()) {
                    bar.left(bytes.getAsLong());
                }
            }

            @Override
            public void decided(long contacts, long bytes) {
                bar.done(contacts, bytes);
            }
        };
    }

    /** Ends a run that could not go on, without an exit code; nothing happens if another has ended it. */
    void abandon(long run, String why) {
        runs.abandon(run, clock().now(), why);
    }

    /** Prints what the run came to. */
    ExitCode tell(NightReport report, Session session) {
        if (report.isReferenceMissing()) {
            session.err()
                    .println("No reference data is in force; nothing was touched. Put organisations.csv and"
                            + " meter-points-YYYYMMDD.csv into "
                            + settings.home().reference()
                            + " and start night again");
        }
        report.failures().forEach(failure -> session.err().println("Failed: " + failure));
        int failed = tellHeld(session);
        session.out().println(NightLines.summary(report, stores.files()));
        if (report.isReferenceMissing() || !report.failures().isEmpty() || failed > 0) {
            return ExitCode.FAILED;
        }
        boolean left = !report.stoppedBecause().isEmpty()
                && (!report.hasLooked() || !stores.files().unfinished().isEmpty());
        return left ? ExitCode.STOPPED : ExitCode.DONE;
    }

    private static String ofFile(LedgerFile file) {
        String reason = String.valueOf(file.holdReason());
        return reason.startsWith("file ") ? reason : "file " + file.id() + ": " + reason;
    }

    /** How many files the engine failed on: one that an operator keeps back is told, and no failure. */
    private int tellHeld(Session session) {
        int failed = 0;
        for (LedgerFile file : stores.files().inState(FileState.HELD)) {
            session.err().println((file.isKeptBack() ? "Kept back: " : "Held: ") + ofFile(file));
            failed += file.isKeptBack() ? 0 : 1;
        }
        return failed;
    }
}
