package bcl.commandline;

import bcl.commands.Request;
import bcl.commands.ServiceAddress;
import bcl.commands.TouchedRequest;
import bcl.commands.UsageException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "touched",
        customSynopsis =
                "./run.sh touched --home DIR --organisation AAA | --key SHA256:... | --operator NAME | --run N |"
                        + " --file FILE [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--contacts] [--json]",
        header = "Tells whose data an organisation, a key, an operator, a run or a file had to do with.",
        description =
                "For the first hours after a breach: the files and how many contacts of which organisations, and what was done "
                        + "with them: logins, uploads, downloads with key and address, acts of operators, looks at single contacts. "
                        + "Names no person; --contacts lists each contact with its CRN, meter point and status. The question is recorded.",
        footer = {
            "%nExamples:",
            "  ./run.sh touched --home /srv/bcl --key SHA256:Zb9... --from 2026-11-01",
            "  ./run.sh touched --home /srv/bcl --run 17 --contacts --json",
            "%nExit codes:",
            "  0  told; that nothing was touched is told too",
            "  1  the engine failed at something that it names",
            "  2  wrong usage or settings, no home, or no such run or file"
        })
final class TouchedCommand implements Command {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    @Mixin
    private final HomeOrService home = new HomeOrService();

    @ArgGroup(multiplicity = "1")
    private By by = new By();

    static final class By {
        @Option(
                names = "--organisation",
                paramLabel = "AAA",
                description = "What it sent and collected, and by which keys.")
        private @Nullable String organisation;

        @Option(
                names = "--key",
                paramLabel = "SHA256:...",
                description = "What came and went by this key: its fingerprint, as ssh-keygen -lf shows it.")
        private @Nullable String key;

        @Option(names = "--operator", paramLabel = "NAME", description = "What the operator did and looked at.")
        private @Nullable String operator;

        @Option(
                names = "--run",
                paramLabel = "N",
                description =
                        "What a run of the night decided, by which program; of a file that several worked on its part alone.")
        private @Nullable Long run;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "What is in a file, by its number or name, and which runs judged it.")
        private @Nullable String file;
    }

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "The first day, UK time.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "The last day, UK time.")
    private @Nullable LocalDate to;

    @Option(names = "--contacts", description = "List each contact.")
    private boolean contacts;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        LocalDate first = from == null ? FIRST : from;
        LocalDate last = to == null ? LAST : to;
        if (last.isBefore(first)) {
            throw new UsageException("--to " + last + " is before --from " + first);
        }
        return new TouchedRequest(home.path(), who(), first, last, contacts, json);
    }

    private TouchedRequest.By who() {
        if (by.organisation != null) {
            return new TouchedRequest.Organisation(by.organisation);
        }
        if (by.key != null) {
            return new TouchedRequest.Key(by.key);
        }
        if (by.operator != null) {
            return new TouchedRequest.Operator(operator(by.operator));
        }
        return by.run != null ? new TouchedRequest.Run(by.run) : new TouchedRequest.Delivery(String.valueOf(by.file));
    }

    private static String operator(String name) {
        if (name.isBlank()) {
            throw new UsageException("--operator needs a name, not an empty text");
        }
        return name;
    }
}
