package bcl.parsing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The first bytes of files that are not plain text: UTF-16 and compressed ones (interface, section 2.2). */
final class Signature {
    /** How many bytes are looked at. */
    static final int LENGTH = 6;

    private static final List<byte[]> COMPRESSED = List.of(
            bytes("\u001F\u008B"), // gzip
            bytes("\u001F\u009D"), // compress
            bytes("PK\u0003\u0004"), // zip
            bytes("PK\u0005\u0006"), // zip without entries
            bytes("PK\u0007\u0008"), // zip in several volumes
            bytes("BZh"), // bzip2
            bytes("\u00FD7zXZ\u0000"), // xz
            bytes("(\u00B5/\u00FD"), // zstd
            bytes("7z\u00BC\u00AF'\u001C")); // 7z

    private static final List<byte[]> UTF_16 = List.of(bytes("\u00FE\u00FF"), bytes("\u00FF\u00FE"));

    private Signature() {}

    static boolean isBinary(byte[] head) {
        return hasZerosInTurn(head)
                || UTF_16.stream().anyMatch(mark -> starts(head, mark))
                || COMPRESSED.stream().anyMatch(magic -> starts(head, magic));
    }

    /** UTF-16 without its mark: Latin letters have a zero byte before or behind them. */
    private static boolean hasZerosInTurn(byte[] head) {
        return head.length >= 4 && ((head[0] == 0 && head[2] == 0) || (head[1] == 0 && head[3] == 0));
    }

    private static boolean starts(byte[] head, byte[] with) {
        if (head.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (head[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
