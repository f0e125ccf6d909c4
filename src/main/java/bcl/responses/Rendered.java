package bcl.responses;

import bcl.wire.Reason;
import java.util.Map;

/**
 * What a rendering came to.
 *
 * @param digest SHA-256 of the answer's bytes, lower-case hexadecimal
 * @param size in bytes
 * @param reasons how often each reason is told in it, warnings included
 */
public record Rendered(String digest, long size, Map<Reason, Long> reasons) {
    public Rendered {
        reasons = Map.copyOf(reasons);
    }
}
