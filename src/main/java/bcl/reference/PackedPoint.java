package bcl.reference;

import bcl.wire.MeterPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meter point but for its serial number in one {@code long}. From the high bits: the low 16 bits of the number, shipper (16),
 * network (16), low AQ (1), class less 1 (2), status (3), spare (2), length of the serial number in bytes (8).
 */
final class PackedPoint {
    static final List<String> STATUSES = List.of("LI", "DE", "CA", "CL", "PL", "EX");

    /** The numbers of ten digits are below it. */
    static final long MPRN_LIMIT = 10_000_000_000L;

    /** Numbers that share the rest above these bits lie in one bucket of the index. */
    static final int LOW_BITS = 16;

    static final int LOW_MASK = (1 << LOW_BITS) - 1;

    /** Bytes of a serial number; one byte holds it. */
    static final int LONGEST_SERIAL = 255;

    private static final String[] STATUS = STATUSES.toArray(String[]::new);

    private PackedPoint() {}

    static long pack(long mprn, int shipper, int network, int status, int meterClass, boolean lowAq, int serialLength) {
        int flags = (lowAq ? 0x80 : 0) | ((meterClass - 1) << 5) | (status << 2);
        return (mprn << 48) | ((long) shipper << 32) | ((long) network << 16) | ((long) flags << 8) | serialLength;
    }

    static int low(long packed) {
        return (int) (packed >>> 48);
    }

    static int serialLength(long packed) {
        return (int) packed & 0xff;
    }

    static MeterPoint unpack(long mprn, long packed, @Nullable String serial) {
        int flags = (int) (packed >>> 8) & 0xff;
        return new MeterPoint(
                mprn,
                ShortCodes.text((int) (packed >>> 32) & 0xffff),
                ShortCodes.text((int) (packed >>> 16) & 0xffff),
                STATUS[(flags >>> 2) & 7],
                ((flags >>> 5) & 3) + 1,
                flags >= 0x80,
                serial);
    }
}
