package bcl.testsupport;

import bcl.commands.Session;
import bcl.night.StopRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A session that keeps what it is told. */
public final class Sessions {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Session session;

    public Sessions(Path workingDirectory) {
        this(workingDirectory, false);
    }

    /** @param terminal whether it is one that gets a progress bar */
    public Sessions(Path workingDirectory, boolean terminal) {
        session = new Session(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                workingDirectory,
                terminal,
                new StopRequest());
    }

    public Session session() {
        return session;
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
