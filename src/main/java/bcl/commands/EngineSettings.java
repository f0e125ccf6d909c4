package bcl.commands;

import bcl.jobs.NightSettings;
import bcl.night.WindowSettings;
import bcl.retention.Rules;
import bcl.sftp.SftpSettings;
import bcl.wire.Home;
import bcl.wire.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * All settings of a home, checked (docs/commands.md, "Settings").
 *
 * @param night how the work is cut; changes no answer
 * @param retention how long what is kept; what a service erases by itself, once a day
 * @param lease how long a run keeps the night without a heartbeat
 */
public record EngineSettings(
        Home home,
        Database database,
        WindowSettings window,
        Limits limits,
        Intake intake,
        Reference reference,
        Duration lease,
        NightSettings night,
        Sftp sftp,
        Listener http,
        Rules retention,
        Daily daily) {
    /**
     * Where the ledger is kept.
     *
     * @param url as JDBC knows it; it may hold a password, so it is never printed
     * @param derived whether the URL was made from the home because none is configured
     */
    public record Database(String url, boolean derived) {
        /** Whether one process alone can have it open, so that others must ask that process. */
        public boolean isHeldByOneProcess() {
            return url.startsWith("jdbc:h2:");
        }

        @Override
        public String toString() {
            return derived ? "H2 in the home" : "configured";
        }
    }

    /**
     * What a service does by itself once a day, outside of the window.
     *
     * @param delay after its start, or the window's end
     */
    public record Daily(boolean reconcile, Duration delay) {}

    /** When a file in a landing folder counts as complete. */
    public record Intake(Duration quietPeriod, Duration incompleteAfter) {}

    /**
     * What a new snapshot must be like.
     *
     * @param smallestShare of the rows in force, 0 to 1
     */
    public record Reference(BigDecimal smallestShare) {}

    /**
     * The SFTP server.
     *
     * @param enabled whether {@code serve} lets senders in itself; without it their files come by other means
     */
    public record Sftp(boolean enabled, SftpSettings settings) {}

    /**
     * Where a server listens.
     *
     * @param address empty for all
     */
    public record Listener(Optional<String> address, int port) {}
}
