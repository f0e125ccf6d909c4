package bcl.parsing;

/** Which bytes may be in a file: 0x20 to 0x7E (interface, section 2.2). */
final class Characters {
    private Characters() {}

    static boolean isBad(byte b) {
        // High bytes are negative.
        return b < 0x20 || b == 0x7F;
    }

    static boolean anyBad(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isBad(bytes[i])) {
                return true;
            }
        }
        return false;
    }
}
