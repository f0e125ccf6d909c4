package bcl.operations;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Who typed a command, and where the files are that it names.
 *
 * @param user for the record
 * @param files from the path as it was typed to the one at which this process can read it
 */
public record Caller(String user, UnaryOperator<Path> files) {
    /** The user of this process, on this machine's disk. */
    static Caller here() {
        return new Caller(Actor.name(), UnaryOperator.identity());
    }
}
