package bcl.operations;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is this the answer?
 *
 * @param digest that was given away before, lower-case; null if none is at hand
 * @param part whether the file may hold some lines of the answer only
 */
record VerifyRequest(Path home, Path answer, @Nullable String digest, boolean part) implements HomeRequest {
    @Override
    public List<Path> files() {
        return List.of(answer);
    }
}
