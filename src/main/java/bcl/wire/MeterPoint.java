package bcl.wire;

import org.jspecify.annotations.Nullable;

/**
 * What the snapshot knows of one meter point (interface, section 9).
 *
 * @param shipper short code of the registered shipper, empty if none
 * @param network short code of the network
 * @param status one of LI DE CA CL PL EX
 * @param meterClass 1 to 4
 * @param lowAq whether the annual quantity is below 73,200 kWh (ADJ00002)
 * @param serial the recorded meter serial number in upper case, null if none is recorded
 */
public record MeterPoint(
        long mprn,
        String shipper,
        String network,
        String status,
        int meterClass,
        boolean lowAq,
        @Nullable String serial) {}
