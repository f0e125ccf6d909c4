package bcl.commands;

import java.nio.file.Path;
import java.util.List;

/**
 * Is this the answer? Asked of a written proof: no home, no database.
 *
 * @param digest that was given away before, lower-case
 */
public record ProofRequest(Path answer, Path proof, String digest) implements Request {
    @Override
    public List<Path> files() {
        return List.of(answer, proof);
    }
}
