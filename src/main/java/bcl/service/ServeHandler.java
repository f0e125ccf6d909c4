package bcl.service;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.ServeRequest;
import bcl.commands.Session;
import bcl.http.HttpServer;
import bcl.jobs.Stores;
import bcl.ledger.FileState;
import bcl.shift.NightWatch;
import bcl.shift.ServiceNights;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** {@code serve}: stays up until it is asked to end (docs/commands.md). */
@Component
final class ServeHandler implements Handler<ServeRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeHandler.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TAKE_EVERY = Duration.ofSeconds(2);
    private static final Duration FORECAST_EVERY = Duration.ofMinutes(5);

    private final ServiceNights nights;
    private final ServiceParts parts;

    ServeHandler(ServiceNights nights, ServiceParts parts) {
        this.nights = nights;
        this.parts = parts;
    }

    @Override
    public Class<ServeRequest> handles() {
        return ServeRequest.class;
    }

    @Override
    public ExitCode handle(ServeRequest request, Session session) {
        NightWatch watch = nights.begin(session);
        try (SftpService.Running sftp = parts.sftp().start();
                Ticker database = Ticker.start("database", TAKE_EVERY, parts.database()::look);
                HttpServer http = parts.openHttp(request, session);
                Ticker intake =
                        Ticker.start("intake", TAKE_EVERY, parts.intake().until(session.stop())::look);
                Ticker reference = Ticker.start("reference", TAKE_EVERY, parts.reference()::look);
                Ticker daily =
                        Ticker.start("daily acts", TAKE_EVERY, parts.daily().until(session.stop())::look);
                Ticker forecast = Ticker.start("forecast", FORECAST_EVERY, parts.forecasts()::announce)) {
            LOG.info("Serving {}; HTTP on port {}", request.home(), http.port());
            while (!session.stop().isRequested()) {
                watch.look();
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.layDown();
        }
        return ended(watch);
    }

    /** By day files wait for the night, which is no work that was left. */
    private ExitCode ended(NightWatch watch) {
        try {
            return isWorkLeft(watch) ? ExitCode.STOPPED : ExitCode.DONE;
        } catch (DataAccessException e) {
            LOG.warn(
                    "The database does not answer, so that nobody can tell whether work is left; the next start goes on");
            return ExitCode.STOPPED;
        }
    }

    private boolean isWorkLeft(NightWatch watch) {
        Stores stores = parts.stores();
        boolean begun = !stores.files().inState(FileState.PAUSED).isEmpty()
                || !stores.files().inState(FileState.OPEN).isEmpty();
        return begun || watch.isWorkLeft();
    }
}
