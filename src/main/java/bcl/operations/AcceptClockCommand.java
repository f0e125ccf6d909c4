package bcl.operations;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "accept-clock",
        customSynopsis = "./run.sh accept-clock --home DIR --reason \"REASON\"",
        header = "Says that the clock is right now, and that later events in the ledger are those of a wrong one.",
        description =
                "night and serve refuse to work while the ledger holds an event that is more than a minute ahead of this "
                        + "machine's clock. If the clock was ahead once and is right now, this lets them go on: the last events that are "
                        + "ahead count no more, and stay recorded with the times that they have. Look at the clock first: a clock "
                        + "that is behind dates what follows wrongly. The act is recorded.",
        footer = {
            "%nExample:",
            "  ./run.sh accept-clock --home /srv/bcl --reason \"clock stood at 2031 until 10:20, now set by NTP\"",
            "%nExit codes:",
            "  0  done",
            "  1  the engine failed at something that it names",
            "  2  wrong usage, or no home: nothing was done",
            "  6  nothing to do: no event is ahead of the clock"
        })
final class AcceptClockCommand implements Command {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why; recorded with the act.")
    private String reason;

    @Override
    public Request request() {
        return new AcceptClockRequest(home.path(), Texts.reason("--reason", reason));
    }
}
