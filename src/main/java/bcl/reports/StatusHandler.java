package bcl.reports;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.commands.StatusRequest;
import org.springframework.stereotype.Component;

/** {@code status}: reads alone, so that it can be asked at any time, also beside a running night. */
@Component
final class StatusHandler implements Handler<StatusRequest> {
    private final StatusSources sources;

    StatusHandler(StatusSources sources) {
        this.sources = sources;
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
