package bcl.commands;

import java.nio.file.Path;

/**
 * Has a file run again.
 *
 * @param file its number, or its name if one delivery alone has it
 * @param reason never blank unless it is a rehearsal
 * @param rehearse says what would be done, and does nothing
 * @param now does it at once, not with the running or the next night
 */
public record RerunRequest(Path home, String file, String reason, boolean rehearse, boolean now)
        implements HomeRequest {
    @Override
    public boolean runsNight() {
        return now && !rehearse;
    }

    @Override
    public boolean makesHome() {
        return false;
    }
}
