package bcl.commands;

import org.jspecify.annotations.Nullable;

/** Another process has this home's night, since this one was not heard of for longer than its lease. */
public final class TakenOver extends EngineException {
    private static final long serialVersionUID = 1L;

    public TakenOver(@Nullable Throwable cause) {
        super("another run has taken over this home's night; this one ends and commits nothing more", cause);
    }
}
