package bcl.commandline;

import bcl.commands.ProofRequest;
import bcl.commands.Request;
import bcl.commands.ServiceAddress;
import bcl.commands.UsageException;
import bcl.commands.VerifyRequest;
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
        customSynopsis = "./run.sh verify --home DIR ANSWER-FILE [--digest HEX] [--lines | --write-proof]%n"
                + "       ./run.sh verify ANSWER-FILE --proof FILE --digest HEX",
        header = "Proves an answer, or says what was changed.",
        description =
                "Holds a file, as a sender has it, against what was answered, what was answered against the sealed copy and the "
                        + "contacts, and all of that against the evidence that was sealed on that day. Changes nothing. With --proof it "
                        + "needs no home: the proof, which --write-proof made, and a digest that was given away are enough.",
        footer = {
            "%nExamples:",
            "  ./run.sh verify --home /srv/bcl XYZ01.PN000001.BCR",
            "  ./run.sh verify --home /srv/bcl XYZ01.PN000001.BCR --digest 5f3e...",
            "  ./run.sh verify --home /srv/bcl XYZ01.PN000001.BCR --write-proof > XYZ01.PN000001.proof",
            "  ./run.sh verify XYZ01.PN000001.BCR --proof XYZ01.PN000001.proof --digest 5f3e...",
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

    @Option(
            names = "--write-proof",
            description = "Write to standard output what proves the whole answer to those who have no home.")
    private boolean written;

    @Option(names = "--proof", paramLabel = "FILE", description = "A proof that was written so: no home is needed.")
    private @Nullable Path proof;

    @Override
    public @Nullable ServiceAddress service() {
        return proof == null ? home.service() : null;
    }

    @Override
    public Request request() {
        String hex = digest == null ? null : digest.strip().toLowerCase(Locale.ROOT);
        if (hex != null && !DIGEST.matcher(hex).matches()) {
            throw new UsageException("--digest: 64 hexadecimal digits are expected");
        }
        if (proof != null) {
            return withoutHome(proof, hex);
        }
        if (lines && written) {
            throw new UsageException("--lines and --write-proof exclude each other: a proof is of a whole answer");
        }
        return new VerifyRequest(home.path(), answer, hex, lines, written);
    }

    private Request withoutHome(Path file, @Nullable String hex) {
        if (hex == null) {
            throw new UsageException("--proof needs --digest: what it leads to is for you to know from elsewhere");
        }
        if (lines || written || home.isNamed()) {
            throw new UsageException("--proof excludes --home, --lines and --write-proof");
        }
        return new ProofRequest(answer, file, hex);
    }
}
