package bcl.operations;

import org.jspecify.annotations.Nullable;

/** The engine failed at something that the message names, with what happens next; the command ends with 1. */
public sealed class EngineException extends RuntimeException permits TakenOver {
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
