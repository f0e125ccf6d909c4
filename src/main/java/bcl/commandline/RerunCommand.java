package bcl.commandline;

import bcl.commands.Request;
import bcl.commands.RerunRequest;
import bcl.commands.ServiceAddress;
import bcl.commands.Texts;
import bcl.commands.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "rerun",
        customSynopsis = "./run.sh rerun --home DIR FILE --reason \"REASON\" [--rehearse] [--now]",
        header = "Has a file that failed, is held or is paused run again.",
        description =
                "It goes on where it stood: outcomes that are committed stay, only contacts without one are judged, and a "
                        + "contact's CRN is the one that its place in the file had before. The running or the next night does it. "
                        + "The run that finishes the file is compared with what this command foresaw; the result is recorded, "
                        + "and a committed outcome that changed holds the file. A finished file's answer stands.",
        footer = {
            "%nExamples:",
            "  ./run.sh rerun --home /srv/bcl 17 --rehearse",
            "  ./run.sh rerun --home /srv/bcl 17 --reason \"disk replaced\"",
            "%nExit codes:",
            "  0  recorded; with --now: the file has its answer; with --rehearse: told",
            "  1  the engine failed at something that it names; with --now also: the file is held again",
            "  2  wrong usage, no home, FILE is unknown or ambiguous, or cannot be rerun now: nothing was done",
            "  3  with --now: outside the window: nothing was done",
            "  4  with --now: stopped by the end of the window or SIGTERM with work left",
            "  5  with --now: another process is running this home's night: nothing was done",
            "  6  nothing to do: the file is finished, and its answer stands"
        })
final class RerunCommand implements Command {
    @Mixin
    private final FileOnHome file = new FileOnHome();

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "Why; recorded with the act. A rehearsal needs none.")
    private @Nullable String reason;

    @Option(names = "--rehearse", description = "Say what would be done, and do nothing.")
    private boolean rehearse;

    @Option(
            names = "--now",
            description =
                    "Do it at once, by the rules and exit codes of night: this file, and those that wait before it in its "
                            + "stream.")
    private boolean now;

    @Override
    public @Nullable ServiceAddress service() {
        return file.service();
    }

    @Override
    public Request request() {
        if (reason == null && !rehearse) {
            throw new UsageException("rerun needs --reason, or --rehearse");
        }
        return new RerunRequest(
                file.home(), file.name(), reason == null ? "" : Texts.reason("--reason", reason), rehearse, now);
    }
}
