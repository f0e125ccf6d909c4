package bcl.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The child records of an L01 and how often each may occur in a group (interface, section 3; REC00010 above it). */
final class ChildRecords {
    static final Map<String, Integer> LIMITS = limits();

    private ChildRecords() {}

    private static Map<String, Integer> limits() {
        Map<String, Integer> limits = new LinkedHashMap<>();
        limits.put("L02", 2);
        limits.put("L03", 1);
        limits.put("L04", 5);
        limits.put("L05", 24);
        limits.put("L06", 1);
        limits.put("L07", 5);
        limits.put("L08", 1);
        limits.put("L09", 1);
        limits.put("L10", 10);
        limits.put("L11", 1);
        limits.put("L12", 5);
        return Collections.unmodifiableMap(limits);
    }
}
