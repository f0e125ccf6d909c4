package bcl.night;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Somebody, such as SIGTERM, asks the run to end at its next chunk border. Thread-safe; cannot be taken back. */
public final class StopRequest {
    private final AtomicReference<@Nullable String> cause = new AtomicReference<>();

    /** The first cause stays. */
    public void request(String why) {
        cause.compareAndSet(null, why);
    }

    public boolean isRequested() {
        return cause.get() != null;
    }

    public Optional<String> cause() {
        return Optional.ofNullable(cause.get());
    }
}
