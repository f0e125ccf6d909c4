package bcl.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which CRN each {@code {crn:n}} of a case stands for, and whether a CRN of the home was given twice. */
final class CrnLabels {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{crn:(\\d+)}");
    private static final long FIRST = 5_000_000_001L;

    private final Map<Integer, String> crns = new LinkedHashMap<>();
    private final Map<String, String> ownersOfHome;
    private final String caseName;

    /** @param ownersOfHome CRN to the case that got it, shared by all cases of the home */
    CrnLabels(String caseName, Map<String, String> ownersOfHome) {
        this.caseName = caseName;
        this.ownersOfHome = ownersOfHome;
    }

    /** Takes a CRN for a label; what is wrong with it, if anything. */
    List<String> bind(int label, String crn) {
        String before = crns.putIfAbsent(label, crn);
        if (before != null) {
            return before.equals(crn)
                    ? List.of()
                    : List.of("{crn:%d}: %s, but it was %s".formatted(label, crn, before));
        }
        List<String> wrong = new ArrayList<>();
        if (Long.parseLong(crn) < FIRST) {
            wrong.add("{crn:%d}: %s is no CRN, the first is %d".formatted(label, crn, FIRST));
        }
        String owner = ownersOfHome.putIfAbsent(crn, caseName);
        if (owner != null) {
            wrong.add("{crn:%d}: %s was given before, to %s".formatted(label, crn, owner));
        }
        return wrong;
    }

    /** The label of a CRN; the next one if it has none. */
    int labelOf(String crn) {
        for (Map.Entry<Integer, String> known : crns.entrySet()) {
            if (known.getValue().equals(crn)) {
                return known.getKey();
            }
        }
        crns.put(crns.size() + 1, crn);
        return crns.size();
    }

    /** The text with the CRNs in the places of their labels; a label without a CRN becomes 0. */
    String fill(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(crns.getOrDefault(Integer.valueOf(match.group(1)), "0")));
    }

    /** The reverse of {@link #fill} for quoted values. */
    String label(String line) {
        String labelled = line;
        for (Map.Entry<Integer, String> known : crns.entrySet()) {
            labelled = labelled.replace('"' + known.getValue() + '"', "\"{crn:" + known.getKey() + "}\"");
        }
        return labelled;
    }
}
