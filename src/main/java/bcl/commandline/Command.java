package bcl.commandline;

import bcl.commands.Request;
import bcl.commands.ServiceAddress;
import bcl.commands.UsageException;
import org.jspecify.annotations.Nullable;

/** A command of the command line: options and parameters, and the request that they make. */
interface Command {
    /**
     * The request, when picocli has filled the options.
     *
     * @throws UsageException if they do not go together
     */
    Request request();

    /** The service elsewhere that is to do it; null if it is done here, as all is that works on no home. */
    default @Nullable ServiceAddress service() {
        return null;
    }
}
