package bcl.commands;

import java.nio.file.Path;

/**
 * The newcomer's demonstration: a whole night on the sample files in a fresh home.
 *
 * @param samples the folder of the sample files
 */
public record SampleNightRequest(Path home, Path samples) implements HomeRequest {
    @Override
    public boolean runsNight() {
        return true;
    }
}
