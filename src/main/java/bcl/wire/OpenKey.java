package bcl.wire;

/** What two open contacts of one organisation may not share (CON00006). */
public record OpenKey(String code, long mprn) {}
