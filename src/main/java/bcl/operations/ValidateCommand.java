package bcl.operations;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "validate",
        customSynopsis = "./run.sh validate FILE... --reference DIR",
        header = "A sender's check before sending.",
        description =
                "Prints for each file the answer that it would get, with empty CRNs and statuses and generation number 1. "
                        + "Each file alone, its owner taken from its name, and no check against what was sent before. Needs no "
                        + "database and changes nothing.",
        footer = {
            "%nExample:",
            "  ./run.sh validate XYZ01.PN000042.BCL --reference /srv/bcl/reference",
            "%nExit codes:",
            "  0  no contact and no file was rejected",
            "  1  something was rejected",
            "  2  wrong usage, or a file or the reference data cannot be read"
        })
final class ValidateCommand implements Command {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A file of contacts.")
    private List<Path> files;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "The folder with organisations.csv and meter-points-YYYYMMDD.csv.")
    private @Nullable Path reference;

    @Mixin
    private final ServiceOption service = new ServiceOption();

    @Override
    public @Nullable ServiceAddress service() {
        return service.address(reference == null ? null : "--reference", "--reference=DIR");
    }

    @Override
    public Request request() {
        return new ValidateRequest(files, reference == null ? Path.of("") : reference);
    }
}
