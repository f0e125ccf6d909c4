package bcl.operations;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "verify",
        customSynopsis = "./run.sh verify --home DIR ANSWER-FILE [--digest HEX] [--lines]",
        header = "Proves an answer, or says what was changed.",
        description =
                "Holds a file, as a sender has it, against what was answered, what was answered against the sealed copy and the "
                        + "contacts, and all of that against the evidence that was sealed on that day. Changes nothing.",
        footer = {
            "%nExamples:",
            "  ./run.sh verify --home /srv/bcl XYZ01.PN000001.BCR",
            "  ./run.sh verify --home /srv/bcl XYZ01.PN000001.BCR --digest 5f3e...",
            "%nExit codes:",
            "  0  it is proved",
            "  1  a difference, or the engine failed at something that it names",
            "  2  wrong usage or settings, no home, or the file cannot be read"
        })
final class VerifyCommand implements Command {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Parameters(paramLabel = "ANSWER-FILE", description = "The answer, under the name that it came with.")
    private Path answer;

    @Option(
            names = "--digest",
            paramLabel = "HEX",
            description = "A digest that was given away when the answer was sealed, or later.")
    private @Nullable String digest;

    @Option(names = "--lines", description = "The file holds some lines of the answer only: prove these.")
    private boolean lines;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        String hex = digest == null ? null : digest.strip().toLowerCase(Locale.ROOT);
        if (hex != null && !DIGEST.matcher(hex).matches()) {
            throw new UsageException("--digest: 64 hexadecimal digits are expected");
        }
        return new VerifyRequest(home.path(), answer, hex, lines);
    }
}
