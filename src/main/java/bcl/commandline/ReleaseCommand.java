package bcl.commandline;

import bcl.commands.ReleaseRequest;
import bcl.commands.Request;
import bcl.commands.ServiceAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command(
        name = "release",
        customSynopsis = "./run.sh release --home DIR FILE --reason \"REASON\"",
        header = "Lets a file go that an operator held.",
        description =
                "It goes back to where it was, and the running or the next night goes on with it. A file that the engine "
                        + "failed on is not released but run again when the cause is mended: see rerun.",
        footer = {
            "%nExample:",
            "  ./run.sh release --home /srv/bcl 17 --reason \"sender confirmed\"",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names",
            "  2  wrong usage, no home, FILE is unknown or ambiguous, or no operator holds it: nothing was done"
        })
final class ReleaseCommand implements Command {
    @Mixin
    private final ActOnFile act = new ActOnFile();

    @Override
    public @Nullable ServiceAddress service() {
        return act.service();
    }

    @Override
    public Request request() {
        return new ReleaseRequest(act.home(), act.file(), act.reason());
    }
}
