package bcl.operations;

import bcl.contacts.ContactSearch;
import bcl.ledger.AnswerLedger;
import bcl.ledger.OperatorLedger;
import bcl.ledger.Overview;
import bcl.night.NightClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code status}: reads alone, so that it can be asked at any time, also beside a running night. */
@Component
final class StatusHandler implements Handler<StatusRequest> {
    private final StatusSources sources;

    StatusHandler(
            JdbcTemplate jdbc,
            AnswerLedger answers,
            OperatorLedger operators,
            ContactSearch contacts,
            NightClock clock) {
        this.sources = new StatusSources(new Overview(jdbc), answers, operators, contacts, clock);
    }

    @Override
    public Class<StatusRequest> handles() {
        return StatusRequest.class;
    }

    @Override
    public ExitCode handle(StatusRequest request, Session session) {
        StatusReport report = StatusReport.of(sources, request.home());
        if (request.json()) {
            StatusJson.write(report, sources.overview(), session.out());
        } else {
            new StatusText(session.out(), request.home(), sources.clock().now()).print(report);
        }
        return ExitCode.DONE;
    }
}
