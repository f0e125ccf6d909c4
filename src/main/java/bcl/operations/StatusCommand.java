package bcl.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "status",
        customSynopsis = "./run.sh status --home DIR [--json]",
        header = "Shows what state a home is in.",
        description = "Files by state (each with its number), contacts, rejections by code, gaps in generation numbers "
                + "(FIL00019), quarantine, what is running, held or paused, and what to do next.",
        footer = {
            "%nExample:",
            "  ./run.sh status --home /srv/bcl --json",
            "%nWith --json: files (each with number, name, organisation, state, contacts, accepted, rejected, repeated, "
                    + "answer, reason), contacts, rejectionsByCode, running, gaps, quarantine, next.",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names",
            "  2  wrong usage or settings, or no home"
        })
final class StatusCommand implements Command {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        return new StatusRequest(home.path(), json);
    }
}
