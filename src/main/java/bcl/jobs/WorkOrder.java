package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.wire.FileName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order files that were taken get their turn (interface, section 7, "Generation numbers"): of an organisation, the
 * stream that holds its earliest taken file is next, and of it the lowest number. Organisations are independent, and take turns.
 */
final class WorkOrder {
    private WorkOrder() {}

    /**
     * The next files, in their order.
     *
     * @param taken all files in state TAKEN, by id
     * @param blocked streams of which a file is held or paused; they keep back their later files
     * @return by organisation, so that a large file can keep back what its sender sent after it and nothing else
     */
    static Map<String, Deque<LedgerFile>> byOrganisation(Collection<LedgerFile> taken, Set<String> blocked) {
        Map<String, Map<String, List<LedgerFile>>> streams = new LinkedHashMap<>();
        for (LedgerFile file : taken) {
            String stream = stream(file);
            if (!blocked.contains(stream)) {
                streams.computeIfAbsent(file.organisation(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(stream, key -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<String, Deque<LedgerFile>> order = new LinkedHashMap<>();
        streams.forEach((organisation, files) -> order.put(organisation, inTurn(files.values())));
        return order;
    }

    /** The name of a file's stream, or of one of its own if its name has not the agreed form. */
    static String stream(LedgerFile file) {
        FileName name = file.fileName();
        return name == null ? "file " + file.id() : file.organisation() + ":" + name.stream();
    }

    private static Deque<LedgerFile> inTurn(Collection<List<LedgerFile>> streams) {
        List<Deque<LedgerFile>> left = new ArrayList<>();
        for (List<LedgerFile> stream : streams) {
            left.add(new ArrayDeque<>(stream));
        }
        Deque<LedgerFile> order = new ArrayDeque<>();
        while (!left.isEmpty()) {
            Deque<LedgerFile> next =
                    left.stream().min(Comparator.comparing(WorkOrder::earliest)).orElseThrow();
            LedgerFile file = next.stream()
                    .min(Comparator.comparingInt(WorkOrder::number).thenComparing(LedgerFile::id))
                    .orElseThrow();
            next.remove(file);
            order.add(file);
            left.removeIf(Collection::isEmpty);
        }
        return order;
    }

    private static Long earliest(Deque<LedgerFile> stream) {
        return stream.stream().mapToLong(LedgerFile::id).min().orElseThrow();
    }

    private static int number(LedgerFile file) {
        FileName name = file.fileName();
        return name == null ? 0 : name.number();
    }
}
