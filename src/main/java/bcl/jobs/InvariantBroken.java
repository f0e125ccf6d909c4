package bcl.jobs;

/** What must never be was found, before anything wrong left the engine. The file is held and nothing is answered. */
final class InvariantBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvariantBroken(String message) {
        super(message);
    }
}
