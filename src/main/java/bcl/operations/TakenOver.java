package bcl.operations;

import org.jspecify.annotations.Nullable;

/** Another process has this home's night, since this one was not heard of for longer than its lease. */
final class TakenOver extends EngineException {
    private static final long serialVersionUID = 1L;

    TakenOver(@Nullable Throwable cause) {
        super("another run has taken over this home's night; this one ends and commits nothing more", cause);
    }
}
