package bcl.http;

import org.jspecify.annotations.Nullable;

/** A service did not carry a command out, or nobody knows whether it did; the message is one line for the operator. */
public final class ServiceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean ofSettings;

    private ServiceFailure(String message, boolean ofSettings, @Nullable Throwable cause) {
        super(message, cause);
        this.ofSettings = ofSettings;
    }

    static ServiceFailure ofSettings(String message) {
        return new ServiceFailure(message, true, null);
    }

    static ServiceFailure of(String message, @Nullable Throwable cause) {
        return new ServiceFailure(message, false, cause);
    }

    /** Whether trying again is of no use before somebody changes address, token or program. */
    public boolean isOfSettings() {
        return ofSettings;
    }
}
