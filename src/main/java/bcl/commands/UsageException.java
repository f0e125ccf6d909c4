package bcl.commands;

/**
 * A command cannot be carried out as it was given: wrong options, a bad setting, an unknown FILE or CRN. Nothing was done; the
 * command ends with 2, and the message is the line that the user sees.
 */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
