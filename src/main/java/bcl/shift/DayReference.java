package bcl.shift;

import bcl.commands.EngineSettings;
import bcl.intake.HomeFolders;
import bcl.ledger.LeaseAttempt;
import bcl.ledger.NightLease;
import bcl.night.NightClock;
import bcl.night.Window;
import bcl.reference.LoadReport;
import bcl.reference.ReferenceData;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads new reference data by day, so that a fresh home knows whose files to take, and a large snapshot is ready when the night
 * begins. Only data that has not changed for a while: somebody may still be copying it. Belongs to one thread.
 */
public final class DayReference {
    private static final Logger LOG = LoggerFactory.getLogger(DayReference.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration QUIET_AT_FIRST = Duration.ofSeconds(2);

    private final EngineSettings settings;
    private final ReferenceData reference;
    private final NightLease lease;
    private final NightClock clock;
    private String done = "";
    private String seen = "";
    private long seenAt;

    DayReference(EngineSettings settings, ReferenceData reference, NightLease lease, NightClock clock) {
        this.settings = settings;
        this.reference = reference;
        this.lease = lease;
        this.clock = clock;
    }

    /** Looks, and loads what is due; in the window the night does it. */
    public void look() {
        String mark = ReferenceMark.of(settings.home());
        if (!mark.equals(seen)) {
            seen = mark;
            seenAt = clock.nanos();
        }
        boolean open = Window.containing(clock.now(), settings.window()).isPresent();
        if (open || mark.isEmpty() || mark.equals(done) || clock.nanos() - seenAt < quiet().toNanos()) {
            return;
        }
        if (lease.tryTake() instanceof LeaseAttempt.Taken taken) {
            try (Heartbeat beat = new Heartbeat(lease, taken.token(), settings.lease(), new bcl.night.StopRequest())) {
                load();
            } finally {
                lease.release(taken.token());
            }
            done = mark;
        }
    }

    private Duration quiet() {
        return reference.inForce().isPresent() ? QUIET : QUIET_AT_FIRST;
    }

    private void load() {
        try {
            LoadReport report = reference.refresh();
            report.loaded().forEach(loaded -> LOG.info("Reference data loaded: {}", loaded));
            report.refused().forEach(refused -> LOG.warn("Reference data refused: {}", refused.describe()));
            HomeFolders.organisations(settings.home(), reference.organisations().all());
        } catch (IOException e) {
            LOG.warn("Reference data could not be loaded; the night tries again: {}", e.getMessage());
        }
    }
}
