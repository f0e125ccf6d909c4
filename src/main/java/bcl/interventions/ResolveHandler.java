package bcl.interventions;

import bcl.commands.Crns;
import bcl.commands.EngineException;
import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.NewStatus;
import bcl.commands.ResolveRequest;
import bcl.commands.Session;
import bcl.commands.UsageException;
import bcl.contacts.Resolution;
import bcl.contacts.StatusChange;
import bcl.ledger.OperatorLedger;
import bcl.night.NightClock;
import bcl.wire.ContactStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code resolve}: all or none, in one transaction. A status that a contact has already is no error and no event, so that the
 * same file can be given again after a doubtful end; a closed contact stays as it was closed.
 */
@Component
final class ResolveHandler implements Handler<ResolveRequest> {
    private final Resolution resolution;
    private final OperatorLedger operators;
    private final TransactionTemplate transaction;
    private final NightClock clock;

    ResolveHandler(JdbcTemplate jdbc, OperatorLedger operators, TransactionTemplate transaction, NightClock clock) {
        this.resolution = new Resolution(jdbc);
        this.operators = operators;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Class<ResolveRequest> handles() {
        return ResolveRequest.class;
    }

    @Override
    public ExitCode handle(ResolveRequest request, Session session) {
        if (request.source() instanceof ResolveRequest.One one) {
            one(new NewStatus(0, one.crn(), one.status(), one.reason()), session);
        } else if (request.source() instanceof ResolveRequest.Many many) {
            many(many, session);
        }
        return ExitCode.DONE;
    }

    private void one(NewStatus asked, Session session) {
        String crn = Crns.text(asked.crn());
        String done = inTransaction(() -> {
            ContactStatus from = resolution.lock(List.of(asked.crn())).get(asked.crn());
            String refusal = refusal(asked, from);
            if (refusal != null) {
                throw new UsageException(refusal + "; nothing was done");
            }
            if (from == asked.status()) {
                return crn + " is " + from + " already; nothing was recorded";
            }
            Instant now = clock.now();
            StatusChange change = change(asked, from);
            resolution.change(List.of(change), session.user(), now);
            operators.acted(now, session.user(), "resolve", crn, asked.reason(), from + " -> " + asked.status());
            return crn + ": " + from + " -> " + asked.status() + ", "
                    + asked.status().meaning();
        });
        session.out().println(done);
    }

    private void many(ResolveRequest.Many request, Session session) {
        List<NewStatus> asked = ResolutionFile.read(request.file(), session.readable(request.file()));
        String done = inTransaction(() -> {
            Map<Long, ContactStatus> present =
                    resolution.lock(asked.stream().map(NewStatus::crn).toList());
            BadLines bad = new BadLines(request.file());
            List<StatusChange> changes = new ArrayList<>();
            for (NewStatus each : asked) {
                ContactStatus from = present.get(each.crn());
                String refusal = refusal(each, from);
                if (refusal != null) {
                    bad.add(each.line(), refusal);
                } else if (from != each.status()) {
                    changes.add(change(each, from));
                }
            }
            bad.refuseIfAny();
            Instant now = clock.now();
            resolution.change(changes, session.user(), now);
            String result = changes.size() + " contacts changed, " + (asked.size() - changes.size())
                    + " had their status already";
            String subject = String.valueOf(request.file().getFileName());
            operators.acted(now, session.user(), "resolve", subject, "as the file says for each contact", result);
            return result;
        });
        session.out().println(done);
    }

    private static StatusChange change(NewStatus asked, @Nullable ContactStatus from) {
        return new StatusChange(
                asked.crn(), Objects.requireNonNull(from, "the contact is known"), asked.status(), asked.reason());
    }

    private static @Nullable String refusal(NewStatus asked, @Nullable ContactStatus from) {
        if (from == null) {
            return "No contact has the CRN " + Crns.text(asked.crn());
        }
        return from.isClosed() && from != asked.status()
                ? Crns.text(asked.crn()) + " is " + from + ", " + from.meaning() + ", and stays so"
                : null;
    }

    private String inTransaction(Supplier<String> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> work.get()), "work tells what it did");
        } catch (PessimisticLockingFailureException e) {
            throw new EngineException(
                    "Another command changes the same contacts at this moment; nothing was done, try again", e);
        }
    }
}
