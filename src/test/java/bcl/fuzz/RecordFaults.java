package bcl.fuzz;

import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The reasons about single records of a group that the second reading can tell without knowing any rule of a contact code. */
record RecordFaults(Reading file, int from, int to) {
    static final List<String> CODES =
            List.of("REC00001", "REC00008", "REC00009", "REC00010", "REC00013", "REC00015", "REC00016");

    private static final Map<String, Integer> MOST = Map.ofEntries(
            Map.entry("L02", 2),
            Map.entry("L03", 1),
            Map.entry("L04", 5),
            Map.entry("L05", 24),
            Map.entry("L06", 1),
            Map.entry("L07", 5),
            Map.entry("L08", 1),
            Map.entry("L09", 1),
            Map.entry("L10", 10),
            Map.entry("L11", 1),
            Map.entry("L12", 5));

    /** A reason where the answer must show it; sorts as the answer does. */
    record Fault(int line, int field, String code) implements Comparable<Fault> {
        @Override
        public int compareTo(Fault other) {
            int byLine = Integer.compare(line, other.line);
            int byField = byLine != 0 ? byLine : Integer.compare(field, other.field);
            return byField != 0 ? byField : code.compareTo(other.code);
        }
    }

    /** Of the lines {@code from} to {@code to}, the first of which is the L01. */
    TreeSet<Fault> all() {
        TreeSet<Fault> faults = new TreeSet<>();
        Map<String, Integer> seen = new HashMap<>();
        String highest = "L01";
        for (int line = from; line <= to; line++) {
            String id = file.id(line);
            RecordLayout layout = Layouts.inbound().find(id);
            if (layout == null) {
                faults.add(new Fault(line, 0, "REC00008"));
                continue;
            }
            if (id.compareTo(highest) < 0) {
                faults.add(new Fault(line, 0, "REC00009"));
            }
            highest = id.compareTo(highest) > 0 ? id : highest;
            if (seen.merge(id, 1, Integer::sum) > MOST.getOrDefault(id, 1)) {
                faults.add(new Fault(line, 0, "REC00010"));
            }
            form(line, layout).forEach(faults::add);
        }
        return faults;
    }

    private List<Fault> form(int line, RecordLayout layout) {
        if (file.isTooLong(line)) {
            return List.of(new Fault(line, 0, "REC00016"));
        }
        List<String> fields = file.fields(line);
        if (fields == null) {
            return List.of(new Fault(line, 0, "REC00015"));
        }
        if (fields.size() != layout.fields().size()) {
            return List.of(new Fault(line, 0, "REC00001"));
        }
        List<Fault> faults = new ArrayList<>();
        for (int field = 1; field <= fields.size(); field++) {
            if (!mayBeForbidden(layout.id(), field) && Reading.isBad(fields.get(field - 1))) {
                faults.add(new Fault(line, field, "REC00013"));
            }
        }
        return faults;
    }

    /** A field that the contact code does not allow has that reason alone. */
    static boolean mayBeForbidden(String id, int field) {
        return id.equals("L01") && (field == 4 || field == 5);
    }
}
