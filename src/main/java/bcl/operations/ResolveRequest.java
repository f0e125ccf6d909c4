package bcl.operations;

import bcl.wire.ContactStatus;
import java.nio.file.Path;
import java.util.List;

/** The CDSP reports new statuses, all or none. */
record ResolveRequest(Path home, Source source) implements HomeRequest {
    @Override
    public List<Path> files() {
        return source instanceof Many many ? List.of(many.file()) : List.of();
    }

    /** Where the new statuses come from. */
    public sealed interface Source {}

    /**
     * One contact, named on the command line.
     *
     * @param reason never blank
     */
    public record One(long crn, ContactStatus status, String reason) implements Source {}

    /**
     * Many contacts.
     *
     * @param file CSV with the header {@code crn,status,reason}; that it exists is not checked yet
     */
    public record Many(Path file) implements Source {}
}
