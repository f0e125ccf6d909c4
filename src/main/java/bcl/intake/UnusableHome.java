package bcl.intake;

/** The home cannot be used as it is; the message says why and what to do. Nothing was taken. */
public final class UnusableHome extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableHome(String message) {
        super(message);
    }
}
