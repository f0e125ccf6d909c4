package bcl.sftp;

import bcl.intake.Uploads;
import bcl.night.NightClock;
import bcl.sftp.SftpEvent.Kind;
import bcl.wire.DiskTrouble;
import bcl.wire.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.jspecify.annotations.Nullable;

/**
 * The SFTP server (docs/commands.md). An organisation logs in as its short code with a key of {@code keys/AAA.pub}, and sees
 * {@code inbound/} (it writes) and {@code outbound/} (it reads, and removes what it has read), and nothing else of the machine.
 * What it sends is durable when its client is told so. Thread-safe.
 */
public final class SftpServer implements AutoCloseable {
    private static final int SFTP_VERSION = 3;

    private final Home home;
    private final SftpSettings settings;
    private final SenderKeys keys;
    private final Reports reports;
    private final UploadBoard board = new UploadBoard();
    private final Gate gate;
    private final Logins logins;
    private final NightClock clock;
    private @Nullable SshServer running;
    private String fingerprint = "";

    /** @param organisations whether a short code is one of the organisations in force; asked at each login and each act */
    public SftpServer(
            Home home, SftpSettings settings, Predicate<String> organisations, SftpEvents events, NightClock clock) {
        this.home = home;
        this.settings = settings;
        this.clock = clock;
        this.reports = new Reports(events, clock);
        this.keys = new SenderKeys(home, organisations, reports);
        Bans bans = new Bans(settings.penalties(), clock, reports);
        this.gate = new Gate(settings.sessions(), bans, reports);
        this.logins = new Logins(keys, gate, bans, reports, settings.sessions().tries());
    }

    /**
     * Starts to listen; the folders of the home must be there.
     *
     * @throws UnusableHostKey if {@code keys/host_ed25519} is unreadable, damaged, gone, replaced or open to others
     * @throws UncheckedIOException if the port cannot be used
     */
    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("the SFTP server runs already");
        }
        HostKey key = HostKey.of(home);
        SshServer server = server(key);
        try {
            keys.readAll();
            server.start();
        } catch (IOException e) {
            String where = settings.address().isEmpty() ? "port" : settings.address() + " port";
            throw new UncheckedIOException(
                    "The SFTP server cannot listen on " + where + " " + settings.port()
                            + ": " + DiskTrouble.reason(e)
                            + ". Free the port, or set bcl.sftp.port or bcl.sftp.address; nothing was done",
                    e);
        }
        running = server;
        fingerprint = key.fingerprint();
        if (key.made()) {
            reports.tell(
                    Kind.HOST_KEY_MADE,
                    "host key",
                    "made " + fingerprint + "; tell it to every sender, and back keys/ up");
        }
        reports.tell(Kind.STARTED, "port " + server.getPort(), "host key " + fingerprint);
    }

    /** Closes the port and all sessions; uploads that are open break off. Nothing happens if it does not run. */
    public synchronized void stop() {
        SshServer server = running;
        running = null;
        if (server == null) {
            return;
        }
        int port = server.getPort();
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The SFTP server did not stop as it should", e);
        }
        reports.tell(Kind.STOPPED, "port " + port, "closed, and all sessions with it");
    }

    @Override
    public void close() {
        stop();
    }

    /** Where it listens, also if the settings left it to the machine. */
    public synchronized int port() {
        if (running == null) {
            throw new IllegalStateException("the SFTP server does not run");
        }
        return running.getPort();
    }

    /** Of the host key, in OpenSSH's form ({@code SHA256:…}); empty before the start. */
    public synchronized String fingerprint() {
        return fingerprint;
    }

    /** What the clients did with the files in {@code inbound/}: for {@link bcl.intake.Intake#withUploads}. */
    public Uploads uploads() {
        return board;
    }

    private SshServer server(HostKey key) {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(settings.address().isEmpty() ? null : settings.address());
        server.setPort(settings.port());
        server.setKeyPairProvider(KeyPairProvider.wrap(key.pair()));
        Algorithms.setUp(server);
        server.setSessionFactory(new GuardedSessions(server, gate));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(logins);
        server.setHostBasedAuthenticator(null);
        server.setPasswordAuthenticator(null);
        server.setKeyboardInteractiveAuthenticator(null);
        server.addSessionListener(logins);
        server.setSessionDisconnectHandler(logins);
        server.setChannelFactories(List.of(new SftpChannels(settings.sessions().channels(), reports)));
        server.setGlobalRequestHandlers(List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setSubsystemFactories(
                List.of(new Subsystems(new Subsystems.Parts(home, settings.quotas(), clock, board, reports, logins))));
        limit(server);
        return server;
    }

    private void limit(SshServer server) {
        SftpSettings.Sessions limits = settings.sessions();
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "bulk-contact-logging");
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, logins.requests());
        CoreModuleProperties.AUTH_TIMEOUT.set(server, limits.login());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, limits.idle());
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, limits.handles());
        SftpModuleProperties.SFTP_VERSION.set(server, SFTP_VERSION);
        SftpModuleProperties.AUTO_FOLLOW_LINKS.set(server, false);
    }
}
