package bcl.operations;

import java.nio.file.Path;

/** The service that stays up until it is asked to end. */
record ServeRequest(Path home) implements HomeRequest {
    @Override
    public boolean runsNight() {
        return true;
    }
}
