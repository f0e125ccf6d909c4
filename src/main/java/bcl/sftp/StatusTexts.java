package bcl.sftp;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;

/** What a client is told when a request fails: a code that SFTP 3 knows, and a text without a path of the machine. */
final class StatusTexts implements SftpErrorStatusDataHandler {
    @Override
    public int resolveSubStatus(SftpSubsystemEnvironment subsystem, int id, Throwable e, int cmd, Object... args) {
        return status(e);
    }

    @Override
    public String resolveErrorMessage(
            SftpSubsystemEnvironment subsystem, int id, Throwable e, int status, int cmd, Object... args) {
        return text(e);
    }

    static int status(Throwable e) {
        if (e instanceof SftpException known) {
            int status = known.getStatus();
            return status <= SftpConstants.SSH_FX_OP_UNSUPPORTED ? status : SftpConstants.SSH_FX_FAILURE;
        }
        if (e instanceof NoSuchFileException) {
            return SftpConstants.SSH_FX_NO_SUCH_FILE;
        }
        if (e instanceof AccessDeniedException) {
            return SftpConstants.SSH_FX_PERMISSION_DENIED;
        }
        return e instanceof EOFException ? SftpConstants.SSH_FX_EOF : SftpConstants.SSH_FX_FAILURE;
    }

    static String text(Throwable e) {
        if (e instanceof Refused refused) {
            return refused.text();
        }
        if (e instanceof InvalidPathException) {
            return "The name holds a character that this server cannot store";
        }
        if (isDiskFull(e)) {
            return "The server has no space left; nothing more was written, send the file again later";
        }
        return switch (status(e)) {
            case SftpConstants.SSH_FX_EOF -> "End of file";
            case SftpConstants.SSH_FX_NO_SUCH_FILE -> "No such file";
            case SftpConstants.SSH_FX_PERMISSION_DENIED -> "Permission denied";
            default -> e instanceof SftpException ? "Not possible now: too many open files" : "The request failed";
        };
    }

    /** Java has no exception of its own for it. */
    static boolean isDiskFull(Throwable e) {
        String message = e.getMessage();
        if (!(e instanceof IOException) || message == null) {
            return false;
        }
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded");
    }
}
