package bcl.evidence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes, in one way only: each is a byte 0 if it is missing, else a byte 1, its length in four bytes and its bytes. Numbers
 * are decimal text, times microseconds since 1970. So no two different lists of values have the same bytes.
 */
final class Canonical {
    private static final int PREFIX = 5;

    private byte[] bytes = new byte[256];
    private int length;

    /** What was written before. */
    static Canonical of(byte[] written) {
        Canonical canonical = new Canonical();
        canonical.bytes = written.clone();
        canonical.length = written.length;
        return canonical;
    }

    /**
     * All values as text, that of the kind among them.
     *
     * @throws IllegalArgumentException if these are not the bytes of values
     */
    List<@Nullable String> values() {
        List<@Nullable String> values = new ArrayList<>();
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (left.hasRemaining()) {
                byte[] value = left.get() == 0 ? null : new byte[size(left)];
                if (value != null) {
                    left.get(value);
                }
                values.add(value == null ? null : new String(value, StandardCharsets.UTF_8));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it is cut off", e);
        }
        return values;
    }

    private static int size(ByteBuffer left) {
        int size = left.getInt();
        if (size < 0 || size > left.remaining()) {
            throw new IllegalArgumentException("it is cut off");
        }
        return size;
    }

    /** Begins anew with what the values are, which keeps kinds of entries apart. */
    Canonical begin(String kind) {
        length = 0;
        return text(kind);
    }

    Canonical text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    Canonical number(@Nullable Long value) {
        return text(value == null ? null : value.toString());
    }

    Canonical time(@Nullable Instant value) {
        return number(value == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    Canonical bytes(byte @Nullable [] value) {
        int size = value == null ? 0 : value.length;
        if (length + PREFIX + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + PREFIX + size));
        }
        if (value == null) {
            bytes[length++] = 0;
            return this;
        }
        bytes[length++] = 1;
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (size >>> shift);
        }
        System.arraycopy(value, 0, bytes, length, size);
        length += size;
        return this;
    }

    /** The first {@link #length()} of these count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
