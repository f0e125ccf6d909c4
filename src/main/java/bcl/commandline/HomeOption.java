package bcl.commandline;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --home DIR}, the same in every command that works on a home. */
final class HomeOption {
    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The engine's home folder.")
    private Path home;

    Path path() {
        return home;
    }
}
