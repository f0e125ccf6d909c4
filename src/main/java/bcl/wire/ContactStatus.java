package bcl.wire;

/** The statuses of a contact (docs/commands.md, {@code resolve}). */
public enum ContactStatus {
    AACA("waiting for a CDSP agent"),
    ATCA("with a CDSP agent"),
    SVDN("site visit sent, in the network's queue"),
    SVDA("site visit with a network agent"),
    DCRS("data clarification sent, in the originator's queue"),
    DCAA("data clarification with an agent of the originator"),
    CCIV("closed invalid"),
    CCVA("closed valid");

    private final String meaning;

    ContactStatus(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** A closed contact stays closed, and no longer counts for CON00006. */
    public boolean isClosed() {
        return this == CCIV || this == CCVA;
    }
}
