package bcl.parsing;

/** The UTF-8 byte-order mark, which is dropped at the start of a file (interface, section 2.2). */
final class ByteOrderMark {
    static final int LENGTH = 3;

    private ByteOrderMark() {}

    static boolean starts(byte[] bytes, int length) {
        return length >= LENGTH && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
