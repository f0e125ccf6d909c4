package bcl.http;

import java.io.OutputStream;

/** Carries out command lines; called by several threads. */
@FunctionalInterface
public interface Commands {
    /** Runs one command to its end; what it prints goes to the two streams, as UTF-8. */
    CommandResult run(ServiceCall call, OutputStream out, OutputStream err);
}
