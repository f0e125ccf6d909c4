package bcl.commandline;

import bcl.commands.EraseRequest;
import bcl.commands.Periods;
import bcl.commands.Request;
import bcl.commands.ServiceAddress;
import bcl.commands.Texts;
import bcl.commands.UsageException;
import java.time.DateTimeException;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "erase",
        customSynopsis =
                "./run.sh erase --home DIR [--older-than PERIOD [--open-too]] --reason \"REASON\" | --rehearse",
        header = "Erases personal data whose time has come.",
        description =
                "Erased is the content of answered files: their sealed copies, the records of their contacts, answers that were "
                        + "collected and still lie in outbound/; and what lies in quarantine. CRNs, outcomes, digests and events stay, "
                        + "so that nothing is processed twice and reconcile, verify and digest still work; they say that it was erased. "
                        + "A file of which a contact is not closed waits. Without --older-than the settings bcl.retention.* count; "
                        + "what came back from a backup is erased again either way. It cannot be undone. The act is recorded.",
        footer = {
            "%nExamples:",
            "  ./run.sh erase --home /srv/bcl --older-than P7Y --rehearse",
            "  ./run.sh erase --home /srv/bcl --older-than P7Y --reason \"retention schedule, row 12\"",
            "%nExit codes:",
            "  0  done; with --rehearse: told",
            "  1  the engine failed at something that it names; what it erased is recorded, and the next call goes on",
            "  2  wrong usage or settings, or no home: nothing was done",
            "  4  stopped by SIGTERM with work left: the next call goes on",
            "  6  nothing to do: nothing is that old"
        })
final class EraseCommand implements Command {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Option(
            names = "--older-than",
            paramLabel = "PERIOD",
            description = "How long content is kept, such as P7Y, P18M or P90D; from the day of the answer.")
    private @Nullable String olderThan;

    @Option(names = "--open-too", description = "Also the content of contacts that nobody has closed.")
    private boolean open;

    @Option(names = "--rehearse", description = "Say what would be erased, and do nothing.")
    private boolean rehearse;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "Why; recorded with the act. A rehearsal needs none.")
    private @Nullable String reason;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        if (reason == null && !rehearse) {
            throw new UsageException("erase needs --reason, or --rehearse");
        }
        if (open && olderThan == null) {
            throw new UsageException(
                    "--open-too goes with --older-than; for the settings there is bcl.retention.open-contacts");
        }
        return new EraseRequest(
                home.path(), period(), open, rehearse, reason == null ? "" : Texts.reason("--reason", reason));
    }

    private @Nullable Period period() {
        if (olderThan == null) {
            return null;
        }
        try {
            return Periods.of(olderThan);
        } catch (DateTimeException e) {
            throw new UsageException("'" + olderThan + "' is no period of a day or more, such as P7Y, P18M or P90D", e);
        }
    }
}
