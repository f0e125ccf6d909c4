package bcl.sftp;

import bcl.intake.HomeFolders;
import bcl.night.NightClock;
import bcl.wire.Home;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Starts the SFTP subsystem in the folder of whoever logged in. */
final class Subsystems extends SftpSubsystemFactory {
    private final Home home;
    private final SftpSettings.Quotas limits;
    private final NightClock clock;
    private final UploadBoard board;
    private final Reports reports;
    private final Logins logins;
    private final Map<String, Quota> quotas = new ConcurrentHashMap<>();

    /** Everything that a session needs beside its channel. */
    record Parts(
            Home home,
            SftpSettings.Quotas limits,
            NightClock clock,
            UploadBoard board,
            Reports reports,
            Logins logins) {}

    Subsystems(Parts parts) {
        this.home = parts.home();
        this.limits = parts.limits();
        this.clock = parts.clock();
        this.board = parts.board();
        this.reports = parts.reports();
        this.logins = parts.logins();
        setErrorStatusDataHandler(new StatusTexts());
    }

    @Override
    public Command createSubsystem(ChannelSession channel) throws IOException {
        String organisation = channel.getServerSession().getUsername();
        HomeFolders.organisation(home, organisation);
        Jail jail = new Jail(home, organisation);
        Quota quota = quotas.computeIfAbsent(organisation, code -> new Quota(jail, limits, clock, reports));
        Client client = Logins.client(channel.getServerSession());
        InboundFiles inbound = new InboundFiles(client, board, quota, reports);
        return new JailedSubsystem(channel, this, new JailAccess(client, jail, inbound, reports), logins);
    }
}
