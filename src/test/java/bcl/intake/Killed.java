package bcl.intake;

/** The process is dead: an error, so that nothing that handles failures can go on working. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String point) {
        super(point);
    }
}
