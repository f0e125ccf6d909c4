package bcl.operations;

import bcl.wire.StreamName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "reset-stream",
        customSynopsis = "./run.sh reset-stream --home DIR AAAnn.PN.BCL --reason \"REASON\"",
        header = "Lets a stream start again at any number.",
        description =
                "The next file of the stream may have any number, and numbers that were used before do not count as used any "
                        + "more: the same bytes under the same number are a new file (its contacts that were logged before get "
                        + "their first CRN again). Needed after 999999, or when a sender lost its count. Answers go on with "
                        + "their own numbers.",
        footer = {
            "%nExample:",
            "  ./run.sh reset-stream --home /srv/bcl XYZ01.PN.BCL --reason \"999999 reached, agreed with XYZ\"",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names",
            "  2  wrong usage, no home, or no file of the stream has used a number: nothing was done"
        })
final class ResetStreamCommand implements Command {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Parameters(paramLabel = "AAAnn.PN.BCL", description = "The stream: a file's name without its number.")
    private String stream;

    @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why; recorded with the act.")
    private String reason;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        StreamName name = StreamName.parse(stream)
                .orElseThrow(() -> new UsageException(
                        "'" + stream + "' is no stream: AAAnn.PN.BCL is expected, such as" + " XYZ01.PN.BCL"));
        return new ResetStreamRequest(home.path(), name, Texts.reason("--reason", reason));
    }
}
