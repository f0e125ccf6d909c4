package bcl.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line that came over HTTP, with what it needs to mean the same as where it was typed.
 *
 * @param arguments without the home, which is the one that is served
 * @param origin where it was typed; null if only the words came, so that no file can be named in them
 */
public record ServiceCall(List<String> arguments, @Nullable Origin origin) {
    public ServiceCall {
        arguments = List.copyOf(arguments);
    }

    /**
     * The place of a command line.
     *
     * @param user who typed it, as its own system names him
     * @param terminal whether standard error is a terminal there
     * @param files what was sent along: the path as the caller names it, and where its bytes are here
     */
    public record Origin(String user, Path workingDirectory, boolean terminal, Map<Path, Path> files) {
        public Origin {
            files = Map.copyOf(files);
        }
    }
}
