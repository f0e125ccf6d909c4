package bcl.operations;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.ServeRequest;
import bcl.commands.Session;
import bcl.http.HttpServer;
import bcl.jobs.Stores;
import bcl.ledger.FileState;
import bcl.ledger.NightLease;
import bcl.night.Window;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** {@code serve}: stays up until it is asked to end (docs/commands.md). */
@Component
final class ServeHandler implements Handler<ServeRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeHandler.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TAKE_EVERY = Duration.ofSeconds(2);
    private static final Duration FORECAST_EVERY = Duration.ofMinutes(5);

    private final NightDesk desk;
    private final NightLease lease;
    private final ObjectProvider<NightDuty.Means> means;
    private final ServiceParts parts;
    private final HomeCheck check;

    ServeHandler(
            NightDesk desk,
            NightLease lease,
            ObjectProvider<NightDuty.Means> means,
            ServiceParts parts,
            HomeCheck check) {
        this.check = check;
        this.desk = desk;
        this.lease = lease;
        this.means = means;
        this.parts = parts;
    }

    @Override
    public Class<ServeRequest> handles() {
        return ServeRequest.class;
    }

    @Override
    public ExitCode handle(ServeRequest request, Session session) {
        desk.checkClock();
        check.beforeWork();
        NightDuty.Means made = means.getObject();
        NightDuty duty = new NightDuty(desk, lease, made, session);
        NightWatch watch = new NightWatch(desk.clock(), desk.settings().window(), duty);
        try (SftpService.Running sftp = parts.sftp().start();
                Ticker database = Ticker.start("database", TAKE_EVERY, parts.database()::look);
                HttpServer http = parts.openHttp(request, session);
                Ticker intake = Ticker.start("intake", TAKE_EVERY, parts.intake()::look);
                Ticker reference = Ticker.start("reference", TAKE_EVERY, parts.reference()::look);
                Ticker daily =
                        Ticker.start("daily acts", TAKE_EVERY, parts.daily().until(session.stop())::look);
                Ticker forecast = Ticker.start("forecast", FORECAST_EVERY, made.forecasts()::announce)) {
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
        return ended(duty);
    }

    /** By day files wait for the night, which is no work that was left. */
    private ExitCode ended(NightDuty duty) {
        try {
            return isWorkLeft(duty) ? ExitCode.STOPPED : ExitCode.DONE;
        } catch (DataAccessException e) {
            LOG.warn(
                    "The database does not answer, so that nobody can tell whether work is left; the next start goes on");
            return ExitCode.STOPPED;
        }
    }

    private boolean isWorkLeft(NightDuty duty) {
        boolean open =
                Window.containing(desk.clock().now(), desk.settings().window()).isPresent();
        Stores stores = parts.stores();
        boolean begun = !stores.files().inState(FileState.PAUSED).isEmpty()
                || !stores.files().inState(FileState.OPEN).isEmpty();
        boolean left = open && (duty.isInterrupted() || duty.isWorkLeft());
        return left || begun;
    }
}
