package bcl.wire;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256, compared by value. Immutable. */
public final class ContentDigest {
    private final byte[] bytes;

    /** Takes 32 bytes; they are copied. */
    public ContentDigest(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentDigest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal, 64 characters. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
