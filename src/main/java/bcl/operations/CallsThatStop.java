package bcl.operations;

import bcl.night.StopRequest;

/** The engine for calls of other processes: a night among them stops when its caller, or the process that
 * carries it out, is asked to end. */
record CallsThatStop(Engine engine, StopRequest stop) implements Engine {
    @Override
    public ExitCode handle(HomeRequest request, Session session) {
        Session stoppable = new Session(
                session.out(),
                session.err(),
                session.workingDirectory(),
                session.terminal(),
                stop.or(session.stop()),
                session.caller());
        return engine.handle(request, stoppable);
    }

    /** The engine itself belongs to who opened it. */
    @Override
    public void close() {}
}
