package bcl;

import bcl.commands.ExitCode;
import bcl.commands.Session;
import bcl.night.NightClock;
import bcl.night.StopRequest;
import bcl.reports.ValidateFiles;
import bcl.startup.GracefulStop;
import bcl.startup.HomeSettings;
import bcl.startup.Program;
import bcl.startup.SpringEngine;
import bcl.startup.Terminal;
import java.nio.file.Path;
import java.util.List;

/** Starts the program; wiring only. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StopRequest stop = new StopRequest();
        boolean terminal = Boolean.getBoolean("bcl.terminal");
        if (terminal) {
            withProgressBar();
        }
        Session session = new Session(System.out, System.err, Path.of("").toAbsolutePath(), terminal, stop);
        GracefulStop hook = new GracefulStop(stop, System.err);
        Program program = new Program(
                SpringEngine::open, new ValidateFiles(HomeSettings::limitsWithoutHome, NightClock.system()), hook::arm);
        ExitCode code = ExitCode.FAILED;
        try {
            code = program.run(List.of(args), session);
        } finally {
            hook.ended(code);
        }
        System.out.flush();
        System.exit(code.code());
    }

    /** Log lines go the same way as all else, so that none of them is drawn over. */
    private static void withProgressBar() {
        Terminal terminal = new Terminal(System.err);
        System.setOut(terminal.out(System.out));
        System.setErr(terminal.err());
    }
}
