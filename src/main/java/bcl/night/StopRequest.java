package bcl.night;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Somebody, such as SIGTERM, asks the run to end at its next chunk border. Thread-safe; cannot be taken back. */
public final class StopRequest {
    private final AtomicReference<@Nullable String> cause = new AtomicReference<>();
    private final @Nullable StopRequest wider;

    public StopRequest() {
        this(null);
    }

    private StopRequest(@Nullable StopRequest wider) {
        this.wider = wider;
    }

    /** One for a part of the work: requested when this one is, and not the other way round. */
    public StopRequest narrower() {
        return new StopRequest(this);
    }

    /** The first cause stays. */
    public void request(String why) {
        cause.compareAndSet(null, why);
    }

    public boolean isRequested() {
        return cause.get() != null || (wider != null && wider.isRequested());
    }

    public Optional<String> cause() {
        Optional<String> own = Optional.ofNullable(cause.get());
        return own.isPresent() || wider == null ? own : wider.cause();
    }
}
