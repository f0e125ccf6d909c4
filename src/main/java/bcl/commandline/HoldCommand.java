package bcl.commandline;

import bcl.commands.HoldRequest;
import bcl.commands.Request;
import bcl.commands.ServiceAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command(
        name = "hold",
        customSynopsis = "./run.sh hold --home DIR FILE --reason \"REASON\"",
        header = "Keeps a file that is not finished from being run.",
        description =
                "A night that is deciding it leaves it at once: what was committed of it stays, and nothing more is. The later "
                        + "files of its stream wait too, and no other file. It stays held until release or rerun; the night's "
                        + "exit code does not count it as a failure. If its answer is going out in this moment, that is not "
                        + "taken back.",
        footer = {
            "%nExample:",
            "  ./run.sh hold --home /srv/bcl 17 --reason \"sender asked to wait, call 4711\"",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names",
            "  2  wrong usage, no home, FILE is unknown or ambiguous, finished or held already: nothing was done"
        })
final class HoldCommand implements Command {
    @Mixin
    private final ActOnFile act = new ActOnFile();

    @Override
    public @Nullable ServiceAddress service() {
        return act.service();
    }

    @Override
    public Request request() {
        return new HoldRequest(act.home(), act.file(), act.reason());
    }
}
