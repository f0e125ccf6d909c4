package bcl.reference;

/**
 * A reference file that came into force.
 *
 * @param file the name of the file without its folder
 * @param digest SHA-256 of its bytes, 64 hexadecimal digits
 * @param rows organisations or meter points in it
 */
public record Loaded(String file, String digest, long rows) {}
