package bcl.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which faults happen, and where. A plan is followed once. */
@FunctionalInterface
interface Plan {
    Fault at(Point point);

    static Plan nothing() {
        return point -> Fault.NONE;
    }

    /** Faults by the numbers of their points. */
    static Plan of(Map<Long, Fault> faults) {
        return point -> faults.getOrDefault(point.number(), Fault.NONE);
    }

    /** For tests with a name: each fault at the first point, after the one before, that is described so. */
    static Plan inOrder(Step... steps) {
        List<Step> left = new ArrayList<>(List.of(steps));
        return point -> {
            if (left.isEmpty() || !left.get(0).where().matcher(point.what()).find()) {
                return Fault.NONE;
            }
            return left.remove(0).fault();
        };
    }

    /** A fault at a point whose description matches; none to wait for that point alone. */
    record Step(Pattern where, Fault fault) {
        static Step at(String where, Fault fault) {
            return new Step(Pattern.compile(where), fault);
        }
    }

    /** As {@link #read} reads it. */
    static String write(Map<Long, Fault> faults) {
        return new TreeMap<>(faults)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(","));
    }

    static Map<Long, Fault> read(String faults) {
        Map<Long, Fault> read = new TreeMap<>();
        for (String each : faults.split(",", 0)) {
            String[] parts = each.split("=", 2);
            read.put(Long.valueOf(parts[0]), Fault.valueOf(parts[1]));
        }
        return read;
    }
}
