package bcl.responses;

/** Outcomes, totals and sealed copy do not belong together, so that no answer is made of them. Names lines, and no field's value. */
public final class Inconsistent extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Inconsistent(String message) {
        super(message);
    }
}
