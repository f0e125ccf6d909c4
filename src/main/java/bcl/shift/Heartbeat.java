package bcl.shift;

import bcl.ledger.NightLease;
import bcl.night.StopRequest;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lease while a run lasts. If the lease is lost the run is asked to stop; what it still tries to commit is refused by the
 * attempt of its files.
 */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** Longer than a beat can take: a connection, and silence on it. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lease");
        thread.setDaemon(true);
        return thread;
    });
    private final NightLease lease;
    private final long token;
    private final StopRequest stop;
    private final ScheduledFuture<?> beats;
    /** A beat that waited for a database that was away may come after the lease was given back. */
    private volatile boolean ended;

    private boolean missed;

    Heartbeat(NightLease lease, long token, Duration length, StopRequest stop) {
        this.lease = lease;
        this.token = token;
        this.stop = stop;
        long period = Math.max(1, length.toMillis() / 4);
        this.beats = timer.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            if (!lease.renew(token) && !ended) {
                stop.request("another run has taken over this home's night");
            }
            if (missed) {
                LOG.info("The lease of the night is renewed again");
            }
            missed = false;
        } catch (RuntimeException e) {
            // The next beat tries again; if the database stays away the run itself fails on it.
            if (!missed) {
                LOG.warn(
                        "The lease of the night could not be renewed, and it is tried again: {}",
                        e.getClass().getSimpleName());
            }
            missed = true;
        }
    }

    /** Waits for the beat that goes on. Never by an interrupt: the embedded database closes its file for good when it meets one. */
    @Override
    public void close() {
        ended = true;
        beats.cancel(false);
        timer.shutdown();
        try {
            if (!timer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The last heartbeat of the night still waits for the database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
