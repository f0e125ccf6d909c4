package bcl.sftp;

import bcl.sftp.SftpEvent.Kind;
import java.io.IOException;
import java.security.PublicKey;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionDisconnectHandler;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/** Who may log in, and what becomes of those who may not. Thread-safe. */
final class Logins implements PublickeyAuthenticator, SessionListener, SessionDisconnectHandler {
    private static final AttributeKey<PublicKey> KEY = new AttributeKey<>();
    private static final AttributeKey<Integer> FAILURES = new AttributeKey<>();
    private static final AttributeKey<String> COUNTED = new AttributeKey<>();

    private final SenderKeys keys;
    private final Gate gate;
    private final Bans bans;
    private final Reports reports;
    private final int tries;

    Logins(SenderKeys keys, Gate gate, Bans bans, Reports reports, int tries) {
        this.keys = keys;
        this.gate = gate;
        this.bans = bans;
        this.reports = reports;
        this.tries = tries;
    }

    /** How many requests a client needs for its tries: each key is first offered and then used. */
    int requests() {
        return 2 * tries;
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        if (failures(session) >= tries) {
            return false;
        }
        if (keys.accepts(user, key)) {
            session.setAttribute(KEY, key);
            return true;
        }
        failed(session, user, fingerprint(key) + " is no key of it");
        return false;
    }

    @Override
    public boolean handleAuthCountDisconnectReason(
            Session session, Service service, String name, String method, String user, int count, int most) {
        failed((ServerSession) session, user, "too many requests, the last one for method " + plain(method));
        return false;
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event != Event.Authenticated) {
            return;
        }
        String user = session.getUsername();
        Source source = source(session);
        bans.succeeded(source);
        if (!gate.logIn(user)) {
            disconnect(session, SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, "Too many sessions of " + user);
            return;
        }
        session.setAttribute(COUNTED, user);
        PublicKey key = session.getAttribute(KEY);
        reports.tell(Kind.LOGIN, user, "from " + source + " with key " + (key == null ? "?" : fingerprint(key)));
    }

    @Override
    public void sessionClosed(Session session) {
        String counted = session.removeAttribute(COUNTED);
        if (counted != null) {
            gate.logOut(counted);
        }
    }

    /** Whether the key and the organisation of a session are still in force; if not it is closed. */
    boolean stillAllows(ServerSession session) {
        PublicKey key = session.getAttribute(KEY);
        if (key != null && keys.accepts(session.getUsername(), key)) {
            return true;
        }
        reports.tellSeldom(
                Kind.LOGIN_REFUSED, session.getUsername(), "the key of an open session was withdrawn; it was closed");
        disconnect(session, SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "The key is no longer accepted");
        return false;
    }

    /** Who has this session, once it is logged in. */
    static Client client(ServerSession session) {
        return new Client(session.getUsername(), fingerprint(session.getAttribute(KEY)), source(session));
    }

    static String fingerprint(@Nullable PublicKey key) {
        return key == null ? "?" : KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }

    private void failed(ServerSession session, String user, String why) {
        int failures = failures(session) + 1;
        session.setAttribute(FAILURES, failures);
        Source source = source(session);
        // The name is the client's own text: it may be a password typed in the wrong place, or an attack on the log.
        String who = SenderKeys.isShortCode(user) ? user : "an unknown user";
        reports.tellSeldom(Kind.LOGIN_REFUSED, source.text(), who + ": " + why);
        bans.failed(source);
        if (failures >= tries) {
            disconnect(
                    session,
                    SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
                    "Too many authentication failures");
        }
    }

    private static int failures(ServerSession session) {
        Integer failures = session.getAttribute(FAILURES);
        return failures == null ? 0 : failures;
    }

    private static Source source(Session session) {
        return Source.of(session.getIoSession().getRemoteAddress());
    }

    private static String plain(String text) {
        return text.length() <= 40 && text.matches("[a-z-]+") ? text : "?";
    }

    private static void disconnect(Session session, int reason, String text) {
        try {
            session.disconnect(reason, text);
        } catch (IOException e) {
            session.close(true);
        }
    }
}
