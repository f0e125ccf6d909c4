package bcl.commandline;

import bcl.commands.ServiceAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code --home DIR FILE}, or {@code --service URL FILE}: the same in every command about one file. */
final class FileOnHome {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Parameters(
            paramLabel = "FILE",
            description = "The number that status shows, or a name that one delivery alone has.")
    private String file;

    Path home() {
        return home.path();
    }

    String name() {
        return file;
    }

    /** As {@link HomeOrService#service}. */
    @Nullable
    ServiceAddress service() {
        return home.service();
    }
}
