package bcl.ledger;

import java.time.Duration;

/** How the wait for a lease passes its time; tests let it pass without waiting. */
@FunctionalInterface
public interface Pause {
    void pause(Duration duration) throws InterruptedException;

    static Pause sleeping() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
