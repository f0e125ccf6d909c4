package bcl.interventions;

import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.commands.EraseRequest;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.jobs.Stores;
import bcl.retention.Erasing;
import bcl.retention.Retention;
import bcl.retention.Rules;
import java.io.IOException;
import java.time.Period;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code erase}. Recorded before it begins, since what is erased cannot be brought back, and again with what came of it. */
@Component
final class EraseHandler implements Handler<EraseRequest> {
    private final EngineSettings settings;
    private final Stores stores;
    private final Retention retention;

    EraseHandler(EngineSettings settings, Stores stores, Retention retention) {
        this.settings = settings;
        this.stores = stores;
        this.retention = retention;
    }

    @Override
    public Class<EraseRequest> handles() {
        return EraseRequest.class;
    }

    @Override
    public ExitCode handle(EraseRequest request, Session session) {
        Period period = request.olderThan();
        Rules rules = period == null ? settings.retention() : Rules.all(period, request.open());
        try {
            Erasing would = retention.rehearse(rules);
            if (request.rehearse()) {
                session.out().println("Would be erased: " + due(would) + waiting(would));
                return ExitCode.DONE;
            }
            return erase(request, rules, session);
        } catch (IOException e) {
            throw new EngineException("erase: " + e.getMessage() + "; what was erased is recorded, run it again", e);
        }
    }

    private ExitCode erase(EraseRequest request, Rules rules, Session session) throws IOException {
        record(request, rules, session, "begun");
        Erasing done = retention.erase(rules, () -> !session.stop().isRequested());
        String result = done.told();
        record(request, rules, session, result);
        session.out().println("Erased: " + result + waiting(done));
        if (!done.complete()) {
            session.err().println("Stopped before the end; run it again for the rest");
            return ExitCode.STOPPED;
        }
        return done.isNothing() ? ExitCode.NOTHING_TO_DO : ExitCode.DONE;
    }

    private void record(EraseRequest request, Rules rules, Session session, String result) {
        stores.operators()
                .acted(stores.clock().now(), session.user(), "erase", subject(rules), request.reason(), result);
    }

    /** What is due, where it is not known yet how much that is. */
    private static String due(Erasing would) {
        return String.format(
                Locale.UK,
                "the content of %,d files, %,d collected answers in outbound/, %,d files in quarantine",
                would.files(),
                would.answers(),
                would.quarantined());
    }

    private static String waiting(Erasing some) {
        return some.waiting() == 0
                ? ""
                : String.format(
                        Locale.UK, ". %,d files are old enough, but have contacts that nobody closed", some.waiting());
    }

    private static String subject(Rules rules) {
        return "content " + rules.content() + ", answers " + rules.answers() + ", quarantine " + rules.quarantine()
                + (rules.open() ? ", open contacts too" : "");
    }
}
