package bcl.interventions;

import bcl.commands.RerunRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.jobs.Rehearsal;
import bcl.jobs.Stores;
import bcl.ledger.FileState;
import bcl.ledger.LeaseAttempt;
import bcl.ledger.LedgerFile;
import bcl.ledger.NightLease;
import bcl.ledger.RerunPlan;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The paperwork of reruns: what may be rerun, what it would come to, and the record that a run is held against. */
@Component
final class RerunDesk {
    private final FileDesk desk;
    private final Stores stores;
    private final Rehearsal rehearsal;
    private final NightLease lease;

    RerunDesk(FileDesk desk, Rehearsal rehearsal, NightLease lease) {
        this.desk = desk;
        this.stores = desk.stores();
        this.rehearsal = rehearsal;
        this.lease = lease;
    }

    /** @throws UsageException if the file cannot be rerun as it is */
    void requireReady(LedgerFile file, boolean now) {
        switch (file.state()) {
            case HELD, PAUSED, DECIDED, REJECTED -> {}
            case OPEN -> requireLeft(file);
            case TAKEN -> requireAsked(file);
            case ANSWERED -> throw desk.finished(file);
        }
        if (now) {
            requireTurn(file);
        }
    }

    /** A file in the hands of a run that lives is not run again; a killed run leaves it OPEN too. */
    private void requireLeft(LedgerFile file) {
        Optional<LeaseAttempt.HeldBy> running = lease.current();
        if (running.isPresent()) {
            throw new UsageException(
                    FileDesk.of(file) + " is being run by " + running.get().holder() + "; nothing was done");
        }
    }

    private void requireAsked(LedgerFile file) {
        if (stores.reruns().pending(List.of(file.id())).isEmpty()) {
            throw new UsageException(FileDesk.of(file)
                    + " has not been run yet; the running or the next night does it. Nothing was done");
        }
    }

    /** At once only if nothing that is held comes before it. */
    private void requireTurn(LedgerFile file) {
        rehearsal.keptBackBy(file).ifPresent(other -> {
            throw new UsageException(FileDesk.of(file) + " is kept back by file " + other.id()
                    + " of its stream, which is held: " + other.holdReason() + ". Nothing was done");
        });
    }

    void tell(LedgerFile file, Session session) {
        RerunPlan plan = rehearsal.of(file);
        RerunLines.of(file, rehearsal.committed(file), plan).forEach(session.out()::println);
    }

    /**
     * Records the act and the plan, and puts the file back to where it was held.
     *
     * @return false if the file was finished since it was asked for, so that nothing is left to do
     */
    boolean record(long id, RerunRequest request, Session session) {
        LedgerFile file = stores.files().get(id);
        if (FileDesk.isFinished(file)) {
            return false;
        }
        RerunPlan plan = rehearsal.of(file);
        List<String> lines = RerunLines.of(file, rehearsal.committed(file), plan);
        boolean recorded = desk.inTransaction(() -> record(file, plan, request, session.user()));
        if (!recorded) {
            return again(id, request, session);
        }
        lines.forEach(session.out()::println);
        return true;
    }

    /** A night took it up while the plan was made. */
    private boolean again(long id, RerunRequest request, Session session) {
        LedgerFile file = stores.files().get(id);
        if (!FileDesk.isFinished(file)) {
            requireReady(file, request.now());
        }
        return record(id, request, session);
    }

    private boolean record(LedgerFile seen, RerunPlan plan, RerunRequest request, String user) {
        LedgerFile file = stores.files().lock(seen.id());
        if (file.state() != seen.state() || file.attempt() != seen.attempt()) {
            return false;
        }
        stores.reruns().record(plan, stores.clock().now());
        if (file.state() == FileState.HELD) {
            stores.files().letGo(file);
        }
        desk.acted(
                user,
                "rerun",
                file,
                request.reason(),
                (file.heldFrom() == null ? file.state() : file.heldFrom()) + " again; would come: " + plan.foresight()
                        + " " + plan.detail());
        return true;
    }
}
