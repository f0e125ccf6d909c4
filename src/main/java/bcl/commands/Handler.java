package bcl.commands;

/**
 * Carries out one kind of request; a bean of the engine's context. Called by several threads when clients come over the
 * channel.
 *
 * @param <R> the request's class
 */
public interface Handler<R extends HomeRequest> {
    Class<R> handles();

    /**
     * Writes results to the session's {@code out} and returns how it ended.
     *
     * @throws UsageException if nothing can be done with what was asked (2)
     * @throws EngineException if the engine failed at something that the message names (1)
     */
    ExitCode handle(R request, Session session);
}
