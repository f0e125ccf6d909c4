package bcl.operations;

/** A command of the command line: options and parameters, and the request that they make. */
interface Command {
    /**
     * The request, when picocli has filled the options.
     *
     * @throws UsageException if they do not go together
     */
    Request request();
}
