package bcl.validation;

/** By what CON00006 looks for an open contact of the organisation: the code, {@code FILE} as {@code FLE}, and the MPRN. */
public record OpenKey(String code, long mprn) {}
