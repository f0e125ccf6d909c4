package bcl.operations;

import java.nio.file.Path;
import java.util.List;

/**
 * What a service elsewhere is to do.
 *
 * @param arguments without what names the service
 * @param files of this machine that they name
 */
record RemoteRequest(ServiceAddress service, List<String> arguments, List<Path> files) implements Request {
    RemoteRequest {
        arguments = List.copyOf(arguments);
        files = List.copyOf(files);
    }
}
