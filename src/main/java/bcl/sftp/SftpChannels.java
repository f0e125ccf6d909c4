package bcl.sftp;

import bcl.sftp.SftpEvent.Kind;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** Channels that can start the SFTP subsystem and nothing else: no shell, no command, no terminal, no forwarding. */
final class SftpChannels extends ChannelSessionFactory {
    private static final AttributeKey<AtomicInteger> OPEN = new AttributeKey<>();

    private final int most;
    private final Reports reports;

    SftpChannels(int most, Reports reports) {
        this.most = most;
        this.reports = reports;
    }

    /** Null refuses the channel and keeps the session. The library's own limit lets one more in, and ends the session. */
    @Override
    public @Nullable Channel createChannel(Session session) throws IOException {
        AtomicInteger open = session.computeAttributeIfAbsent(OPEN, key -> new AtomicInteger());
        if (open.get() >= most) {
            reports.tellSeldom(
                    Kind.LIMIT,
                    session.getUsername(),
                    "a session has " + most + " channels; one more was refused (bcl.sftp.channels)");
            return null;
        }
        open.incrementAndGet();
        SftpChannel channel = new SftpChannel();
        channel.addCloseFutureListener(closed -> open.decrementAndGet());
        return channel;
    }

    private final class SftpChannel extends ChannelSession {
        @Override
        protected RequestHandler.Result handleInternalRequest(String request, boolean wantReply, Buffer buffer)
                throws IOException {
            if (request.equals("subsystem") && next(buffer).equals(SftpSubsystemFactory.NAME)) {
                return super.handleInternalRequest(request, wantReply, buffer);
            }
            if (!request.equals("env")) { // clients always send their language
                String what = request.matches("[a-z0-9@.-]{1,40}") ? request : "?";
                reports.tellSeldom(Kind.REFUSED, getSession().getUsername(), "request " + what + " of a channel");
            }
            return RequestHandler.Result.ReplyFailure;
        }

        private static String next(Buffer buffer) {
            int here = buffer.rpos();
            String text = buffer.getString();
            buffer.rpos(here);
            return text;
        }
    }
}
