package bcl.commands;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is this the answer?
 *
 * @param digest that was given away before, lower-case; null if none is at hand
 * @param part whether the file may hold some lines of the answer only
 * @param written whether the proof is to be written, for those who have no home
 */
public record VerifyRequest(
        Path home, Path answer, @Nullable String digest, boolean part, boolean written) implements HomeRequest {
    @Override
    public List<Path> files() {
        return List.of(answer);
    }
}
