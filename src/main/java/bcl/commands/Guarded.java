package bcl.commands;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a command ends that fails: in one line and an exit code, never in a stack trace. */
public final class Guarded {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private Guarded() {}

    /** Runs the work; what it throws becomes a line and an exit code. */
    public static ExitCode run(Session session, Supplier<ExitCode> work) {
        try {
            return work.get();
        } catch (UsageException e) {
            return tell(session, e);
        } catch (EngineException e) {
            LOG.debug("Failed", e);
            session.err().println("Failed: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Unexpected failure, please report it", e);
            session.err().println("Failed unexpectedly: " + e.getClass().getSimpleName() + "; what is committed stays");
        }
        return ExitCode.FAILED;
    }

    public static ExitCode tell(Session session, UsageException e) {
        session.err().println(e.getMessage());
        return ExitCode.USAGE;
    }
}
