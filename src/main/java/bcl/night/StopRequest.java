package bcl.night;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Somebody, such as SIGTERM, asks the run to end at its next chunk border. Thread-safe; cannot be taken back. */
public final class StopRequest {
    private final AtomicReference<@Nullable String> cause = new AtomicReference<>();
    private final List<StopRequest> wider;

    public StopRequest() {
        this(List.of());
    }

    private StopRequest(List<StopRequest> wider) {
        this.wider = wider;
    }

    /** One for a part of the work: requested when this one is, and not the other way round. */
    public StopRequest narrower() {
        return new StopRequest(List.of(this));
    }

    /** One for work that ends when either is requested, and not the other way round. */
    public StopRequest or(StopRequest other) {
        return new StopRequest(List.of(this, other));
    }

    /** The first cause stays. */
    public void request(String why) {
        cause.compareAndSet(null, why);
    }

    public boolean isRequested() {
        return cause().isPresent();
    }

    public Optional<String> cause() {
        return Optional.ofNullable(cause.get())
                .or(() -> wider.stream().flatMap(each -> each.cause().stream()).findFirst());
    }
}
