package bcl.service;

import bcl.commands.EngineException;
import bcl.commands.EngineSettings;
import bcl.commands.UsageException;
import bcl.http.Check;
import bcl.jobs.Stores;
import bcl.ledger.AccessLedger;
import bcl.reference.ReferenceData;
import bcl.sftp.LedgerSftpEvents;
import bcl.sftp.SftpServer;
import bcl.sftp.UnusableHostKey;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SFTP server of a service. Thread-safe. */
final class SftpService {
    private static final Logger LOG = LoggerFactory.getLogger(SftpService.class);

    private final EngineSettings settings;
    private final Stores stores;
    private final ReferenceData reference;
    private final UploadsHere uploads;
    private final AccessLedger access;
    private volatile @Nullable SftpServer server;

    SftpService(
            EngineSettings settings, Stores stores, ReferenceData reference, UploadsHere uploads, AccessLedger access) {
        this.access = access;
        this.settings = settings;
        this.stores = stores;
        this.reference = reference;
        this.uploads = uploads;
    }

    /** What is closed when the service ends. */
    @FunctionalInterface
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lets senders in, unless the settings say that they come by other means.
     *
     * @throws EngineException if the host key cannot be used
     * @throws UsageException if the port cannot
     */
    Running start() {
        if (!settings.sftp().enabled()) {
            LOG.info("SFTP is off (bcl.sftp.enabled)");
            return () -> {};
        }
        LedgerSftpEvents events = new LedgerSftpEvents(stores.operators(), stores.answers(), access);
        SftpServer starting = new SftpServer(
                settings.home(),
                settings.sftp().settings(),
                shortCode -> reference.organisations().find(shortCode).isPresent(),
                events,
                stores.clock());
        try {
            starting.start();
        } catch (UnusableHostKey e) {
            events.close();
            throw new EngineException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            events.close();
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
        uploads.ask(starting.uploads());
        server = starting;
        LOG.info("SFTP on port {}, host key {}", starting.port(), starting.fingerprint());
        return () -> stop(starting, events);
    }

    private void stop(SftpServer running, LedgerSftpEvents events) {
        server = null;
        try {
            running.close();
        } catch (UncheckedIOException e) {
            LOG.warn("SFTP did not stop as it should: {}", e.getMessage());
        }
        events.close();
    }

    Check check() {
        if (!settings.sftp().enabled()) {
            return Check.up(Map.of("enabled", false));
        }
        SftpServer running = server;
        return running == null
                ? Check.down(Map.of("problem", "it does not run"))
                : Check.up(Map.of("port", running.port(), "hostKey", running.fingerprint()));
    }
}
