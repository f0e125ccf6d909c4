package bcl.commands;

import java.nio.file.Path;
import java.util.List;

/**
 * A command line with what it needs to mean the same in another process.
 *
 * @param arguments as they came to the program
 * @param terminal whether the caller's standard error is a terminal
 */
public record Call(List<String> arguments, Path workingDirectory, boolean terminal) {
    public Call {
        arguments = List.copyOf(arguments);
    }
}
