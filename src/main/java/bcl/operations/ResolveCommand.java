package bcl.operations;

import bcl.wire.ContactStatus;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "resolve",
        customSynopsis = {
            "./run.sh resolve --home DIR CRN --status CODE --reason \"REASON\"",
            "       ./run.sh resolve --home DIR --from FILE.csv"
        },
        header = "Records the new status of contacts.",
        description =
                "The CDSP reports a contact's new status, recorded as an event. CCIV and CCVA close it for CON00006, for "
                        + "good; CCIV opens it for a previously submitted contact. With --from many are done, all or none.",
        footer = {
            "%nStatuses: AACA ATCA SVDN SVDA DCRS DCAA CCIV CCVA",
            "%nExamples:",
            "  ./run.sh resolve --home /srv/bcl 5000000001 --status CCVA --reason \"address changed\"",
            "  ./run.sh resolve --home /srv/bcl --from closed-today.csv",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names",
            "  2  wrong usage or settings, no home, or a CRN is unknown or closed: nothing was done"
        })
final class ResolveCommand implements Command {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Parameters(arity = "0..1", paramLabel = "CRN", description = "The contact reference number, 10 digits.")
    private @Nullable String crn;

    @Option(names = "--status", paramLabel = "CODE", description = "The new status.")
    private @Nullable ContactStatus status;

    @Option(names = "--reason", paramLabel = "REASON", description = "Why; recorded with the event.")
    private @Nullable String reason;

    @Option(names = "--from", paramLabel = "FILE.csv", description = "A CSV file with the header crn,status,reason.")
    private @Nullable Path from;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        return new ResolveRequest(home.path(), source());
    }

    private ResolveRequest.Source source() {
        if (from != null) {
            if (crn != null || status != null || reason != null) {
                throw new UsageException("--from stands alone: CRN, status and reason come from the file");
            }
            return new ResolveRequest.Many(from);
        }
        if (crn == null || status == null || reason == null) {
            throw new UsageException("resolve needs CRN, --status and --reason, or --from");
        }
        return new ResolveRequest.One(Texts.crn(crn), status, Texts.reason("--reason", reason));
    }
}
