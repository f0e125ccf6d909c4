package bcl.jobs;

import bcl.ledger.LedgerFile;
import bcl.wire.FileName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * In which order files that were taken get their turn (interface, section 7, "Generation numbers"): of an organisation, the
 * stream that holds its earliest taken file is next, and of it the lowest number. Organisations are independent, and take turns.
 */
final class WorkOrder {
    /** Files of one stream in the order of their turns. */
    static final Comparator<LedgerFile> IN_STREAM =
            Comparator.comparingInt(WorkOrder::number).thenComparing(LedgerFile::id);

    private WorkOrder() {}

    /**
     * The next files, in their order.
     *
     * @param taken all files in state TAKEN, by id
     * @param before files that are held, paused or wait for a disk; they keep back the later files of their streams
     * @return by organisation, so that a large file can keep back what its sender sent after it and nothing else
     */
    static Map<String, Deque<LedgerFile>> byOrganisation(Collection<LedgerFile> taken, Collection<LedgerFile> before) {
        Map<String, LedgerFile> blocks = blocks(before);
        Map<String, Map<String, List<LedgerFile>>> streams = new LinkedHashMap<>();
        for (LedgerFile file : taken) {
            String stream = stream(file);
            LedgerFile blocking = blocks.get(stream);
            if (blocking == null || !comesBefore(blocking, file)) {
                streams.computeIfAbsent(file.organisation(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(stream, key -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<String, Deque<LedgerFile>> order = new LinkedHashMap<>();
        streams.forEach((organisation, files) -> order.put(organisation, inTurn(files.values())));
        return order;
    }

    /** Whether a file gets its turn before one of the same stream that was taken, or had it already. */
    static boolean comesBefore(LedgerFile file, LedgerFile taken) {
        return file.isBegun() || IN_STREAM.compare(file, taken) < 0;
    }

    /** Of each stream the file that keeps back most. */
    private static Map<String, LedgerFile> blocks(Collection<LedgerFile> before) {
        Map<String, LedgerFile> blocks = new HashMap<>();
        Comparator<LedgerFile> most =
                Comparator.comparing(LedgerFile::isBegun).reversed().thenComparing(IN_STREAM);
        for (LedgerFile file : before) {
            blocks.merge(stream(file), file, (one, other) -> most.compare(one, other) <= 0 ? one : other);
        }
        return blocks;
    }

    /** The name of a file's stream, or of one of its own if its name has not the agreed form. */
    static String stream(LedgerFile file) {
        FileName name = file.fileName();
        return name == null ? "file " + file.id() : file.organisation() + ":" + name.stream();
    }

    private static Deque<LedgerFile> inTurn(Collection<List<LedgerFile>> streams) {
        PriorityQueue<Turns> left = new PriorityQueue<>(Comparator.comparingLong(Turns::earliest));
        streams.forEach(files -> left.add(new Turns(files)));
        Deque<LedgerFile> order = new ArrayDeque<>();
        while (!left.isEmpty()) {
            Turns next = left.remove();
            order.add(next.take());
            if (!next.isEmpty()) {
                left.add(next);
            }
        }
        return order;
    }

    /** The files of one stream that wait for their turn; knows the earliest of them however many there are. */
    private static final class Turns {
        private final List<LedgerFile> files;
        private final long[] earliest;
        private int next;

        Turns(List<LedgerFile> stream) {
            files = stream.stream().sorted(IN_STREAM).toList();
            earliest = new long[files.size()];
            long least = Long.MAX_VALUE;
            for (int i = files.size() - 1; i >= 0; i--) {
                least = Math.min(least, files.get(i).id());
                earliest[i] = least;
            }
        }

        boolean isEmpty() {
            return next == files.size();
        }

        long earliest() {
            return earliest[next];
        }

        LedgerFile take() {
            return files.get(next++);
        }
    }

    private static int number(LedgerFile file) {
        FileName name = file.fileName();
        return name == null ? 0 : name.number();
    }
}
