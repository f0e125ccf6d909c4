package bcl.commands;

import java.nio.file.Path;
import java.util.List;

/** What a command line asks for, checked as far as the line alone allows. Paths in it are absolute. */
public sealed interface Request
        permits DrillRequest, GenerateRequest, HelpRequest, HomeRequest, ProofRequest, RemoteRequest, ValidateRequest {
    /** Files that the caller names, which a service elsewhere can see only if they are sent to it. */
    default List<Path> files() {
        return List.of();
    }
}
