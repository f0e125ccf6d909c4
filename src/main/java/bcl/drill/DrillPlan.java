package bcl.drill;

import bcl.night.StopRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to drill.
 *
 * @param kills how often a running engine is killed
 * @param seed of the traffic and of the moments
 * @param folder where all of it happens: there, and empty
 * @param engine the command line that starts the engine, up to its main class
 * @param database environment of the engine that is killed, to reach its database; empty for the one in its home
 * @param stop ends the drill early
 */
public record DrillPlan(
        int kills, long seed, Path folder, List<String> engine, Map<String, String> database, StopRequest stop) {
    public DrillPlan {
        engine = List.copyOf(engine);
        database = Map.copyOf(database);
    }
}
