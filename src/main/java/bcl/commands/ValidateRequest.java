package bcl.commands;

import java.nio.file.Path;
import java.util.List;

/**
 * A sender's check before sending: no home, no database.
 *
 * @param files at least one, in the order of the command line; that they exist is not checked yet
 * @param reference the folder of reference data
 */
public record ValidateRequest(List<Path> files, Path reference) implements Request {
    public ValidateRequest {
        files = List.copyOf(files);
    }
}
