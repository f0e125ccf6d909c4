package bcl.http;

/** What was sent cannot be used; the message is for the sender. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    static BadRequest tooMany() {
        return new BadRequest(503, "as many commands as may be are carried out at this moment; try again");
    }

    int status() {
        return status;
    }
}
