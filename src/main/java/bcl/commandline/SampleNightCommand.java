package bcl.commandline;

import bcl.commands.Request;
import bcl.commands.SampleNightRequest;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code ./run.sh} does without arguments; it is not for operators, so help does not list it. */
@CommandLine.Command(
        name = "sample-night",
        hidden = true,
        customSynopsis = "./run.sh",
        header = "A whole night on the sample files in a fresh home.")
final class SampleNightCommand implements Command {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--samples", required = true, paramLabel = "DIR", description = "The folder of the sample files.")
    private Path samples;

    @Override
    public Request request() {
        return new SampleNightRequest(home.path(), samples);
    }
}
