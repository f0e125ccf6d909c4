package bcl.commands;

import java.nio.file.Path;

/** The service that stays up until it is asked to end. */
public record ServeRequest(Path home) implements HomeRequest {
    @Override
    public boolean runsNight() {
        return true;
    }
}
