package bcl.wire;

/** What a contact code asks of a record or field: mandatory, optional, or not allowed (interface, section 5). */
public enum Need {
    M,
    O,
    N
}
