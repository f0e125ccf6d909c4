package bcl.commandline;

import bcl.commands.GenerateRequest;
import bcl.commands.Request;
import bcl.commands.UsageException;
import bcl.generate.Recipe;
import bcl.wire.ContactCodes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "generate",
        customSynopsis = "./run.sh generate --out DIR [OPTIONS]",
        header = "Makes a home with synthetic reference data and files.",
        description = {
            "Organisations of all roles, a snapshot of meter points with right check digits, serial numbers, statuses and "
                    + "classes, and files of contacts of all codes with the child records that they need. Without faults every "
                    + "contact is accepted. All of it is invented: telephone numbers and addresses are those reserved for "
                    + "examples. The same options give the same bytes.",
            "",
            "The files look two hours old, so that a night takes them at once. Where they are above the default limits, "
                    + "DIR/application.yml raises those.",
            "",
            "For senders: generate, put your own short code and organisation id into reference/organisations.csv, and check "
                    + "what you would send with ./run.sh validate."
        },
        footer = {
            "%nExamples:",
            "  ./run.sh generate --out /tmp/rehearsal --contacts 200 --files 6 --faults 0.2",
            "  ./run.sh night --home /tmp/rehearsal --override-window rehearsal",
            "  ./run.sh generate --out /data/large --contacts 1000000 --meter-points 5000000 --organisations 1",
            "%nExit codes:",
            "  0  done",
            "  1  the folder cannot be written",
            "  2  wrong usage, or DIR is not empty: nothing was done"
        })
final class GenerateCommand implements Command {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The home to make: empty, or not there.")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all that is random (default: 1).")
    private long seed;

    @Option(
            names = "--contacts",
            paramLabel = "N",
            defaultValue = "100",
            description = "Contacts in each file (default: 100); about 3 records a contact.")
    private long contacts;

    @Option(
            names = "--meter-points",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Rows of the snapshot (default: 100000).")
    private long meterPoints;

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "10",
            description = "Files, dealt to the organisations in turn (default: 10).")
    private int files;

    @Option(
            names = "--organisations",
            paramLabel = "N",
            defaultValue = "10",
            description = "Half of them shippers, the others of the other roles in turn (default: 10).")
    private int organisations;

    @Option(
            names = "--faults",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of the contacts with a fault, 0 to 1 (default: 0). All kinds take turns, except those that need "
                            + "settings (CON00002), an operator's act (CON00008) or a contact sent twice (CON00011).")
    private double faults;

    @Option(
            names = "--file-faults",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of the files that are rejected whole (default: 0).")
    private double fileFaults;

    @Option(
            names = "--codes",
            paramLabel = "CODE",
            split = ",",
            description = "Contact codes to use, separated by commas (default: all).")
    private List<String> codes = List.of();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "Date of the snapshot and of the files (default: 2025-01-06). Not later than the night.")
    private LocalDate date = Recipe.DATE;

    @Override
    public Request request() {
        for (String code : codes) {
            if (ContactCodes.find(code) == null) {
                throw new UsageException("--codes: '" + code + "' is no contact code");
            }
        }
        try {
            return new GenerateRequest(
                    new Recipe(seed, contacts, meterPoints, files, organisations, faults, fileFaults, codes, date),
                    out);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage(), e);
        }
    }
}
