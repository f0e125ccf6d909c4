package bcl.operations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "digest",
        customSynopsis = "./run.sh digest --home DIR [--day YYYY-MM-DD]",
        header = "Prints a digest to give away.",
        description =
                "Seals what was recorded since the last night and prints the digest of the day, 64 hexadecimal digits. Whoever "
                        + "has it can hold the home to it ever after: verify --digest. The digests of each day also lie in "
                        + "evidence/ in the home.",
        footer = {
            "%nExamples:",
            "  ./run.sh digest --home /srv/bcl",
            "  ./run.sh digest --home /srv/bcl --day 2026-11-22",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names",
            "  2  wrong usage or settings, no home, or nothing was sealed on that day"
        })
final class DigestCommand implements Command {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            description = "The digest of an earlier day, UK time; nothing is sealed.")
    private @Nullable LocalDate day;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        return new DigestRequest(home.path(), day);
    }
}
