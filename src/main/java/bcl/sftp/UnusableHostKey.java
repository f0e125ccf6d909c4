package bcl.sftp;

/** The server's own key cannot be used as it is; the message says what to do. Nothing was changed. */
public final class UnusableHostKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableHostKey(String message) {
        super(message);
    }

    UnusableHostKey(String message, Throwable cause) {
        super(message, cause);
    }
}
