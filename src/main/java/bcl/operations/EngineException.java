package bcl.operations;

/** The engine failed at something that the message names, with what happens next; the command ends with 1. */
public final class EngineException extends RuntimeException {
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
