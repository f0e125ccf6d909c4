package bcl.http;

import java.nio.file.Path;
import java.util.List;

/**
 * A command line for a service on another machine.
 *
 * @param arguments without what names the service
 * @param user who typed it
 * @param terminal whether standard error is a terminal here
 * @param files that the command line names; those that are there are sent along
 */
public record OutgoingCall(
        List<String> arguments, String user, Path workingDirectory, boolean terminal, List<Path> files) {
    public OutgoingCall {
        arguments = List.copyOf(arguments);
        files = List.copyOf(files);
    }
}
