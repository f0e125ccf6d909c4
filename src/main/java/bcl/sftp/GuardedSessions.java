package bcl.sftp;

import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;

/** Makes sessions of the connections that the gate lets in; the others are closed before a byte is sent. */
final class GuardedSessions extends SessionFactory {
    private final Gate gate;

    GuardedSessions(SshServer server, Gate gate) {
        super(server);
        this.gate = gate;
    }

    @Override
    public void sessionCreated(IoSession connection) throws Exception {
        Source source = Source.of(connection.getRemoteAddress());
        if (!gate.enter(source)) {
            connection.close(true);
            return;
        }
        connection.addCloseFutureListener(closed -> gate.leave(source));
        super.sessionCreated(connection);
    }

    @Override
    public void sessionClosed(IoSession connection) throws Exception {
        if (AbstractSession.getSession(connection, true) != null) {
            super.sessionClosed(connection);
        }
    }

    @Override
    protected ServerSessionImpl doCreateSession(IoSession connection) throws Exception {
        return new GuardedSession(getServer(), connection);
    }
}
