package bcl.wire;

/** The domains of fields (interface, section 2.7): text, digits, date. */
public enum Domain {
    T,
    N,
    D
}
