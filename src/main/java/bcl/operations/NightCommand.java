package bcl.operations;

import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "night",
        customSynopsis = "./run.sh night --home DIR [--override-window \"REASON\"] [--until HH:MM]",
        header = "Runs one night.",
        description = {
            "Takes new reference data and every complete file, finishes what an earlier run left, publishes the answers, and "
                    + "ends when nothing is left to do or the window closes (bcl.window.opens and bcl.window.closes, UK time). "
                    + "Folders that are missing are made. The command for cron, Control-M or a Kubernetes CronJob.",
            "",
            "It may be killed at any moment: the next run goes on from the last commit. SIGTERM stops it at the next chunk "
                    + "border. A database that goes away is waited for, visibly, while the window is open; with an override "
                    + "and no --until, for a quarter of an hour."
        },
        footer = {
            "%nExamples:",
            "  ./run.sh night --home /srv/bcl",
            "  ./run.sh night --home /srv/bcl --override-window \"late file of XYZ, agreed with the CDSP\" --until 13:30",
            "%nExit codes:",
            "  0  every complete file has its answer, but for those that an operator holds and what waits behind them",
            "  1  the engine failed at something that it names, or refused a snapshot",
            "  2  wrong usage or settings: nothing was done",
            "  3  outside the window: nothing was done",
            "  4  stopped by the end of the window, --until or SIGTERM with work left",
            "  5  another process is running this home's night: nothing was done"
        })
final class NightCommand implements Command {
    @Mixin
    private final HomeOrService home = new HomeOrService();

    @Option(
            names = "--override-window",
            paramLabel = "REASON",
            description =
                    "Start outside the window too. The reason is recorded. There is then no end but --until; inside the "
                            + "window this changes nothing.")
    private @Nullable String override;

    @Option(
            names = "--until",
            paramLabel = "HH:MM",
            description =
                    "End at this UK time, its next occurrence after the start; inside the window never later than the "
                            + "window's end.")
    private @Nullable LocalTime until;

    @Override
    public @Nullable ServiceAddress service() {
        return home.service();
    }

    @Override
    public Request request() {
        return new NightRequest(
                home.path(),
                Optional.ofNullable(override).map(text -> Texts.reason("--override-window", text)),
                Optional.ofNullable(until));
    }
}
