package bcl.http;

import java.io.OutputStream;
import java.util.List;

/** Carries out command lines; called by several threads. */
@FunctionalInterface
public interface Commands {
    /** Runs one command to its end; what it prints goes to the two streams, as UTF-8. */
    CommandResult run(List<String> arguments, OutputStream out, OutputStream err);
}
