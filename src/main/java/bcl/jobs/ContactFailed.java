package bcl.jobs;

import org.jspecify.annotations.Nullable;

/** The engine failed on one contact, which is never the sender's fault. Carries the line, and no field's value. */
final class ContactFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContactFailed(long line, @Nullable Throwable cause) {
        super(
                "line " + line + ": "
                        + (cause == null ? "unknown" : cause.getClass().getSimpleName()),
                cause);
    }
}
