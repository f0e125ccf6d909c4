package bcl.ledger;

/** What became of a contact of a file. */
public enum OutcomeKind {
    /** Accepted: a contact was created, or would have been if the file were no test. */
    AC,
    /** Repeated: logged before, the first CRN is given again. */
    RP,
    /** Rejected. */
    RJ
}
