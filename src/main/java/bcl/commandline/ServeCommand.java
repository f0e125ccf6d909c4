package bcl.commandline;

import bcl.commands.Request;
import bcl.commands.ServeRequest;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command(
        name = "serve",
        customSynopsis = "./run.sh serve --home DIR",
        header = "Stays up: takes files at all hours and runs the nights by itself.",
        description = {
            "Takes every complete file when it comes, looks into it at once and decides it when the window is open "
                    + "(bcl.window.opens and bcl.window.closes, UK time); files that come while it is open are decided at once. "
                    + "A service that starts inside the window begins at once. Health and metrics are on bcl.http.port, for this "
                    + "machine alone unless bcl.http.address says otherwise. Folders that are missing are made.",
            "",
            "Several may run on one PostgreSQL and one shared home: one of them runs the night, and another takes over when it "
                    + "dies. SIGTERM ends it at the next chunk border."
        },
        footer = {
            "%nExample:",
            "  ./run.sh serve --home /srv/bcl",
            "%nExit codes, after SIGTERM:",
            "  0  nothing was interrupted",
            "  1  the engine failed at something that it names",
            "  2  wrong usage or settings: nothing was done",
            "  4  a night was interrupted with work left: the next one goes on from there",
            "  5  another process serves this home already"
        })
final class ServeCommand implements Command {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Override
    public Request request() {
        return new ServeRequest(home.path());
    }
}
