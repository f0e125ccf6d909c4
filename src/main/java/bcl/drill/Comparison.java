package bcl.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How the answers of a run that was killed differ from those of one that was not.
 *
 * @param faults one for each answer that differs
 */
record Comparison(long lost, long doubled, List<String> faults) {
    static Comparison of(AnswerBook undisturbed, AnswerBook killed) {
        TreeSet<String> names = new TreeSet<>(undisturbed.answers().keySet());
        names.addAll(killed.answers().keySet());
        long lost = 0;
        long doubled = killed.doubled().size();
        List<String> faults = new ArrayList<>(killed.doubled());
        for (String name : names) {
            List<String> wanted = undisturbed.answers().getOrDefault(name, List.of());
            List<String> found = killed.answers().getOrDefault(name, List.of());
            if (!wanted.equals(found)) {
                lost += missing(wanted, found);
                doubled += missing(found, wanted);
                faults.add(told(name, wanted, found));
            }
        }
        return new Comparison(lost, doubled, faults);
    }

    /** Contacts of the first that are not in the second; 1 for an answer without contacts that is not there at all. */
    private static long missing(List<String> of, List<String> in) {
        Map<String, Integer> there = new HashMap<>();
        in.forEach(line -> there.merge(line, 1, Integer::sum));
        long missing = of.stream()
                .filter(AnswerBook::isContact)
                .filter(line -> there.merge(line, -1, Integer::sum) < 0)
                .count();
        return missing == 0 && in.isEmpty() ? 1 : missing;
    }

    private static String told(String name, List<String> wanted, List<String> found) {
        if (found.isEmpty()) {
            return "The answer " + name + " is missing";
        }
        if (wanted.isEmpty()) {
            return "The answer " + name + " answers nothing that was sent";
        }
        int line = 0;
        while (line < Math.min(wanted.size(), found.size()) && wanted.get(line).equals(found.get(line))) {
            line++;
        }
        return "The answer " + name + " differs from that of an undisturbed run in line " + (line + 1);
    }
}
