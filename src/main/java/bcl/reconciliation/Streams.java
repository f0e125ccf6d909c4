package bcl.reconciliation;

import bcl.wire.FileName;
import bcl.wire.StreamName;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The numbers of answers, without gaps, and the last numbers that the streams remember. */
final class Streams {
    private static final int LAST_NUMBER = 999_999;
    private static final String SINCE_RESET =
            "resets = coalesce((select s.resets from stream s where s.direction = 'IN'"
                    + " and s.system = inbound_file.system and s.environment = inbound_file.environment"
                    + " and s.type = inbound_file.type), 0)";
    private static final String NAME = "system || '.' || environment || '.' || type";

    private final Audit audit;

    Streams(Audit audit) {
        this.audit = audit;
    }

    void check() {
        outbound();
        inbound();
    }

    /** Up to where answers were given before a backup was restored that does not know them, as an operator has accepted. */
    private Map<String, Set<Long>> restored() {
        Map<String, Set<Long>> restored = new HashMap<>();
        audit.jdbc().query("select " + NAME + ", sequence from restored_stream", row -> {
            restored.computeIfAbsent(row.getString(1), stream -> new HashSet<>())
                    .add(row.getLong(2));
        });
        return restored;
    }

    private void outbound() {
        Map<String, Set<Long>> restored = restored();
        Map<String, Long> reached = new HashMap<>();
        audit.jdbc().query("select " + NAME + ", sequence, file_id, number, name from answer order by 1, 2", row -> {
            String stream = row.getString(1);
            long due = reached.getOrDefault(stream, 0L) + 1;
            long sequence = row.getLong(2);
            String name = name(stream, sequence);
            if (sequence != due && !restored.getOrDefault(stream, Set.of()).contains(sequence - 1)) {
                differs("the answers of " + stream + " jump from " + (due - 1) + " to " + sequence);
            }
            if (!name.equals(row.getString(5)) || !name.endsWith(number(row.getInt(4), stream))) {
                audit.differences()
                        .file(
                                Subject.ANSWER,
                                row.getLong(3),
                                "its answer is " + sequence + " of " + stream + ", but has another name or number");
            }
            reached.put(stream, sequence);
        });
        restored.forEach((stream, sequences) -> reached.merge(stream, Collections.max(sequences), Math::max));
        compare("OUT", "last_sequence", reached, "answers");
    }

    /** What was used before an operator's last reset of a stream does not count. */
    private void inbound() {
        Map<String, Long> used = new HashMap<>();
        audit.jdbc()
                .query(
                        "select stream_name, max(number) from (select " + NAME
                                + " as stream_name, number from inbound_file where uses_number and " + SINCE_RESET
                                + ") used group by stream_name",
                        row -> {
                            used.put(row.getString(1), row.getLong(2));
                        });
        compare("IN", "last_number", used, "numbers");
    }

    /** Until a number is used after an operator's reset, what the stream remembers is of no weight. */
    private void compare(String direction, String column, Map<String, Long> found, String what) {
        Map<String, Long> remembered = new HashMap<>();
        TreeSet<String> reset = new TreeSet<>();
        audit.jdbc()
                .query(
                        "select " + NAME + ", " + column + ", may_restart from stream where direction = ?",
                        row -> {
                            remembered.put(row.getString(1), row.getLong(2));
                            if (row.getBoolean(3)) {
                                reset.add(row.getString(1));
                            }
                        },
                        direction);
        TreeSet<String> names = new TreeSet<>(found.keySet());
        names.addAll(remembered.keySet());
        names.removeAll(reset);
        for (String name : names) {
            long due = found.getOrDefault(name, 0L);
            long stands = remembered.getOrDefault(name, 0L);
            if (due != stands) {
                differs("stream " + name + " stands at " + stands + ", but its " + what + " go up to " + due);
            }
        }
    }

    private static String name(String stream, long sequence) {
        return StreamName.parse(stream)
                .map(each -> new FileName(each, (int) ((sequence - 1) % LAST_NUMBER) + 1).toString())
                .orElse("");
    }

    private static String number(int number, String stream) {
        return String.format("N%06d%s", number, stream.substring(stream.lastIndexOf('.')));
    }

    private void differs(String what) {
        audit.differences().home(Subject.STREAM, what);
    }
}
