package bcl.sftp;

import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** An answer to the client: why its request was not done. The text is for the sender's people and holds no path of the machine. */
final class Refused extends SftpException {
    private static final long serialVersionUID = 1L;

    private final String text;

    private Refused(int status, String text) {
        super(status, text);
        this.text = text;
    }

    String text() {
        return text;
    }

    static Refused noSuchFile() {
        return new Refused(SftpConstants.SSH_FX_NO_SUCH_FILE, "No such file");
    }

    static Refused denied(String message) {
        return new Refused(SftpConstants.SSH_FX_PERMISSION_DENIED, message);
    }

    static Refused failure(String message) {
        return new Refused(SftpConstants.SSH_FX_FAILURE, message);
    }
}
