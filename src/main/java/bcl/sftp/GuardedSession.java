package bcl.sftp;

import java.util.Map;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.server.ServerFactoryManager;
import org.apache.sshd.server.session.ServerSessionImpl;

/**
 * A session that serves a client without strict key exchange with AES-GCM or not at all: with the other ciphers somebody on the line
 * could cut messages out of the start unseen (Terrapin, CVE-2023-48795). Each side chooses the cipher for itself, by the client's
 * order, so that nothing but a refusal is possible when that is another one.
 */
final class GuardedSession extends ServerSessionImpl {
    GuardedSession(ServerFactoryManager server, IoSession connection) throws Exception {
        super(server, connection);
    }

    @Override
    protected Map<KexProposalOption, String> negotiate() throws Exception {
        Map<KexProposalOption, String> chosen = super.negotiate();
        boolean safe = Algorithms.SAFE_WITHOUT_STRICT_KEX.contains(chosen.get(KexProposalOption.C2SENC))
                && Algorithms.SAFE_WITHOUT_STRICT_KEX.contains(chosen.get(KexProposalOption.S2CENC));
        if (!strictKex && !safe) {
            throw new SshException(
                    SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED,
                    "A client without strict key exchange (Terrapin) is served with AES-GCM alone: update it, or let it offer "
                            + "aes256-gcm@openssh.com first");
        }
        return chosen;
    }
}
