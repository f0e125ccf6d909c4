package bcl.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "contact",
        customSynopsis = "./run.sh contact --home DIR CRN [--json]",
        header = "Shows one contact.",
        description =
                "The contact with this contact reference number, the file and line that it came from, and its history.",
        footer = {
            "%nExample:",
            "  ./run.sh contact --home /srv/bcl 5000000001",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names",
            "  2  wrong usage or settings, no home, or the CRN is unknown"
        })
final class ContactCommand implements Command {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Parameters(paramLabel = "CRN", description = "The contact reference number, 10 digits.")
    private String crn;

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        return new ContactRequest(home.path(), Texts.crn(crn), json);
    }
}
