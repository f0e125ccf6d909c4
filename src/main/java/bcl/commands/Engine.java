package bcl.commands;

/** A home that is open: database, ledger and jobs are up. Thread-safe. */
public interface Engine extends AutoCloseable {
    /** As {@link Handler#handle}. */
    ExitCode handle(HomeRequest request, Session session);

    @Override
    void close();

    /** How a home is opened. */
    @FunctionalInterface
    interface Opener {
        /**
         * Starts the engine on the home of the settings.
         *
         * @throws UsageException if a setting makes it impossible
         * @throws EngineException if it cannot start, such as for a database that does not answer
         */
        Engine open(EngineSettings settings);
    }
}
