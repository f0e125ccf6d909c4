package bcl;

import bcl.night.StopRequest;
import bcl.operations.EngineException;
import bcl.operations.ExitCode;
import bcl.operations.GracefulStop;
import bcl.operations.Program;
import bcl.operations.Session;
import bcl.operations.SpringEngine;
import java.nio.file.Path;
import java.util.List;

/** Starts the program; wiring only. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StopRequest stop = new StopRequest();
        Session session = new Session(
                System.out, System.err, Path.of("").toAbsolutePath(), Boolean.getBoolean("bcl.terminal"), stop);
        Program program = new Program(SpringEngine::open, (request, to) -> {
            throw new EngineException("validate is not part of this build");
        });
        GracefulStop hook = GracefulStop.install(stop, System.err);
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
