package bcl.reports;

import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Printable;
import bcl.commands.ProgressBar;
import bcl.commands.ReconcileRequest;
import bcl.commands.Session;
import bcl.jobs.Stores;
import bcl.reconciliation.Difference;
import bcl.reconciliation.Reconciled;
import bcl.reconciliation.Reconciliation;
import bcl.shift.RestoreSigns;
import bcl.wire.DiskTrouble;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code reconcile}: tells each difference as it is found, then what was checked. */
@Component
final class ReconcileHandler implements Handler<ReconcileRequest> {
    private final Reconciliation reconciliation;
    private final Stores stores;

    ReconcileHandler(Reconciliation reconciliation, Stores stores) {
        this.reconciliation = reconciliation;
        this.stores = stores;
    }

    @Override
    public Class<ReconcileRequest> handles() {
        return ReconcileRequest.class;
    }

    @Override
    public ExitCode handle(ReconcileRequest request, Session session) {
        tellRestore(session);
        Reconciled result = check(session);
        session.out().println(summary(result));
        if (!result.complete()) {
            session.err().println("Stopped before the end; run it again for the rest");
            return ExitCode.STOPPED;
        }
        session.out().println(verdict(result));
        return result.differences() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** First, since it explains most of the differences that follow. */
    private void tellRestore(Session session) {
        try {
            RestoreSigns signs = RestoreSigns.look(stores);
            if (!signs.isNothing()) {
                session.out().println(signs.older());
                session.out().println("    What to do: " + signs.next(stores.home()));
            }
        } catch (IOException e) {
            throw new EngineException("What lies in outbound/ and evidence/ cannot be read: " + DiskTrouble.told(e), e);
        }
    }

    private Reconciled check(Session session) {
        try (ProgressBar bar = new ProgressBar("files", session)) {
            return reconciliation.run(difference -> print(difference, session), (files, of) -> {
                bar.at(files, of);
                return !session.stop().isRequested();
            });
        }
    }

    private static void print(Difference difference, Session session) {
        session.out().println(Printable.prose(difference.text()));
        session.out().println("    What to do: " + difference.subject().next());
    }

    private static String summary(Reconciled result) {
        return String.format(
                Locale.UK,
                "Checked %,d files (%,d of them not decided yet, and asked only for what holds at any time; of %,d the content was"
                        + " erased by rule), %,d contacts"
                        + " with their records and events, %,d outcomes against the sealed copies, %,d answers made again"
                        + " (%,d still in outbound/), CRNs, streams and %,d seals of the evidence.",
                result.files(),
                result.unfinished(),
                result.erased(),
                result.contacts(),
                result.outcomes(),
                result.answers(),
                result.inOutbound(),
                result.seals());
    }

    private static String verdict(Reconciled result) {
        return result.differences() == 0
                ? "Everything adds up."
                : String.format(Locale.UK, "%,d differences.", result.differences());
    }
}
