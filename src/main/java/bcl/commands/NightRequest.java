package bcl.commands;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;

/**
 * One night's run.
 *
 * @param overrideReason why it may start outside the window; never blank
 * @param until UK local time
 */
public record NightRequest(Path home, Optional<String> overrideReason, Optional<LocalTime> until)
        implements HomeRequest {
    @Override
    public boolean runsNight() {
        return true;
    }
}
