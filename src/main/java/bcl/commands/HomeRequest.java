package bcl.commands;

import java.nio.file.Path;

/**
 * A request that works on a home. It is carried out by the {@link Handler} for its class, in the process that holds the home's
 * database.
 */
public non-sealed interface HomeRequest extends Request {
    Path home();

    /** Whether it makes the home if it is not there. */
    default boolean makesHome() {
        return runsNight();
    }

    /** Whether it runs a night: it stops at SIGTERM, and a home has one at a time. */
    default boolean runsNight() {
        return false;
    }
}
