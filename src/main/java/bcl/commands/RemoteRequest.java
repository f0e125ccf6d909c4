package bcl.commands;

import java.nio.file.Path;
import java.util.List;

/**
 * What a service elsewhere is to do.
 *
 * @param arguments without what names the service
 * @param files of this machine that they name
 */
public record RemoteRequest(ServiceAddress service, List<String> arguments, List<Path> files) implements Request {
    public RemoteRequest {
        arguments = List.copyOf(arguments);
        files = List.copyOf(files);
    }
}
