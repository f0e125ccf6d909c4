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
import java.nio.file.Path;
import java.util.List;

/** Starts the program; wiring only. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StopRequest stop = new StopRequest();
        Session session = new Session(
                System.out, System.err, Path.of("").toAbsolutePath(), Boolean.getBoolean("bcl.terminal"), stop);
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
}
