package bcl.operations;

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
