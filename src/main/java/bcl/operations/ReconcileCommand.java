package bcl.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command(
        name = "reconcile",
        customSynopsis = "./run.sh reconcile --home DIR",
        header = "Checks that everything adds up.",
        description =
                "Checks every total and every invariant over the whole home, answers and archive included, and changes "
                        + "nothing.",
        footer = {
            "%nExample:",
            "  ./run.sh reconcile --home /srv/bcl",
            "%nExit codes:",
            "  0  everything adds up",
            "  1  a difference, or the engine failed at something that it names",
            "  2  wrong usage or settings, or no home"
        })
final class ReconcileCommand implements Command {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        return new ReconcileRequest(home.path());
    }
}
