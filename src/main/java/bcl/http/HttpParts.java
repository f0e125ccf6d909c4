package bcl.http;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is shown and done over HTTP.
 *
 * @param address empty for all
 * @param port 0 for any that is free
 * @param token who sends it may use the JSON API
 * @param checks by name; each is asked anew whenever health is
 * @param figures asked every ten seconds; may throw when the database is away
 */
public record HttpParts(
        String address,
        int port,
        String token,
        Commands commands,
        Map<String, Supplier<Check>> checks,
        Supplier<List<Sample>> figures) {
    public HttpParts {
        checks = Map.copyOf(checks);
    }

    @Override
    public String toString() {
        return "port " + port;
    }
}
