package bcl.commandline;

import bcl.commands.AcceptRestoreRequest;
import bcl.commands.Request;
import bcl.commands.Texts;
import bcl.commands.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "accept-restore",
        customSynopsis = "./run.sh accept-restore --home DIR [--skip-crns N] --reason \"REASON\"",
        header = "Lets a home go on whose database was restored from an older backup.",
        description =
                "night and serve refuse to work while answers lie in outbound/, or digests in evidence/, that the database knows "
                        + "nothing of. If no later backup can be had, this lets them go on without giving anything twice: the next CRN is N above "
                        + "the highest one that is known, answers go on after the numbers that were seen, answers that nobody can explain any more "
                        + "are moved into quarantine/, and digests of evidence that is lost are kept under another name. The act is recorded.",
        footer = {
            "%nExample:",
            "  ./run.sh accept-restore --home /srv/bcl --reason \"disk of the database lost, backup of 02:00 is the last one\"",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names: run it again",
            "  2  wrong usage, or no home: nothing was done",
            "  6  nothing to do: the database is not older than its home"
        })
final class AcceptRestoreCommand implements Command {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(
            names = "--skip-crns",
            paramLabel = "N",
            defaultValue = "1000000",
            description =
                    "How many CRNs to leave out: more than were given since the backup. Default: ${DEFAULT-VALUE}.")
    private long skipCrns;

    @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why; recorded with the act.")
    private String reason;

    @Override
    public Request request() {
        if (skipCrns < 0 || skipCrns > 1_000_000_000L) {
            throw new UsageException("--skip-crns takes 0 to 1000000000, not " + skipCrns);
        }
        return new AcceptRestoreRequest(home.path(), skipCrns, Texts.reason("--reason", reason));
    }
}
