package bcl.simulation;

/** The process is dead: an error, so that nothing that handles failures can go on working. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String point) {
        super(point, null, false, false);
    }
}
