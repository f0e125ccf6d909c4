package bcl.wire;

/** The role of an organisation, by its letter in the reference data (interface, section 5). */
public enum Role {
    /** Shipper. */
    S,
    /** Gas transporter. */
    G,
    /** Independent gas transporter. */
    I,
    /** Meter reading agency. */
    M,
    /** Daily metered service provider. */
    D,
    /** Utility infrastructure provider. */
    U
}
