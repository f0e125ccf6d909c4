package bcl.commandline;

import bcl.commands.ServiceAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --home DIR}, or the running service that has the home: the same in every command that a service carries out. */
final class HomeOrService {
    @Option(names = "--home", paramLabel = "DIR", description = "The engine's home folder.")
    private @Nullable Path home;

    @Mixin
    private final ServiceOption service = new ServiceOption();

    /** The home. If a service has it, it knows itself which one that is, and this one is not looked at. */
    Path path() {
        return home == null ? Path.of("") : home;
    }

    boolean isNamed() {
        return home != null;
    }

    /** As {@link ServiceOption#address}. */
    @Nullable
    ServiceAddress service() {
        return service.address(home == null ? null : "--home", "--home=DIR");
    }
}
