package bcl.wire;

/**
 * An organisation of the reference data (interface, section 9).
 *
 * @param shortCode three characters; names its folder
 * @param id the registered organisation id, 1 to 10 digits
 * @param bulk whether it may log contacts by file (FIL00017)
 */
public record Organisation(String shortCode, long id, String name, Role role, boolean bulk) {}
