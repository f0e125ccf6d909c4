package bcl.http;

import java.util.Map;

/**
 * One value of one metric.
 *
 * @param name with dots; the same labels wherever it appears
 */
public record Sample(String name, String help, Map<String, String> labels, double value) {
    public Sample {
        labels = Map.copyOf(labels);
    }
}
