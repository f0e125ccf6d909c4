package bcl.night;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When a night will be done: small files first, then the large ones of all senders in turn, each sender's own one after the other.
 * A pure function of what is left, of how fast it goes, and of the window.
 *
 * @param window the one that is open, or the next one
 * @param begins now, or when the window opens
 * @param done when the last file would be done if the window stayed open
 * @param late numbers of the large files that cannot be done within this window, the earliest first
 * @param behind numbers of the small files that cannot be done either, since they wait for one of those
 */
public record Forecast(
        Window window, Instant begins, Instant done, List<Long> late, List<Long> behind, Workload left, Rates rates) {
    private static final double LONGEST_SECONDS = 1e9;
    /** For people; there may be thousands. */
    private static final int NAMED = 10;

    public Forecast {
        late = List.copyOf(late);
        behind = List.copyOf(behind);
    }

    /** From what is left now. */
    public static Forecast of(Instant now, WindowSettings settings, Workload left, Rates rates) {
        Window window = Window.containing(now, settings).orElseGet(() -> Window.next(now, settings));
        Instant begins = window.contains(now) ? now : window.opens();
        double small = left.smallFiles() / rates.filesPerSecond();
        double time = small;
        List<Long> late = new ArrayList<>();
        Collection<Deque<Remaining>> queues = queues(left);
        while (!queues.isEmpty()) {
            double least = queues.stream()
                    .mapToDouble(queue -> queue.element().contacts)
                    .min()
                    .orElseThrow();
            time += least * queues.size() / rates.contactsPerSecond();
            for (Deque<Remaining> queue : queues) {
                Remaining first = queue.element();
                first.contacts -= least;
                if (first.contacts <= 0) {
                    queue.remove();
                    if (after(begins, time).isAfter(window.closes())) {
                        late.add(first.number);
                    }
                }
            }
            queues.removeIf(Deque::isEmpty);
        }
        return new Forecast(window, begins, after(begins, time), late, List.of(), left, rates);
    }

    /** The same, knowing which small files wait for its late ones. */
    public Forecast with(List<Long> behind) {
        return new Forecast(window, begins, done, late, behind, left, rates);
    }

    /** All files that cannot be done within the window. */
    public List<Long> allLate() {
        return Stream.concat(late.stream(), behind.stream()).toList();
    }

    /** Whether all that is left can be done within the window. */
    public boolean isInTime() {
        return !done.isAfter(window.closes());
    }

    /** How long the work takes from its beginning. */
    public Duration needed() {
        return Duration.between(begins, done);
    }

    /** For people, in one line. */
    public String line() {
        if (left.isEmpty()) {
            return left.keptBack() == 0
                    ? "nothing is left to do"
                    : "nothing can be done before an operator acts: " + keptBack();
        }
        return left.smallFiles() + " small and " + left.large().size() + " large files are left; done by about "
                + UkTime.readable(done) + (isInTime() ? ", before " : ", AFTER ") + "the window's end at "
                + UkTime.readable(window.closes())
                + (rates.measured() ? "" : " (a guess: no night has been measured yet)")
                + (late.isEmpty() ? "" : "; cannot be finished in this window: file " + numbers(late) + waiting())
                + (left.keptBack() == 0 ? "" : "; not counted: " + keptBack());
    }

    private String keptBack() {
        return left.keptBack() + (left.keptBack() == 1 ? " file" : " files") + " held or waiting behind a held one";
    }

    private String waiting() {
        if (behind.isEmpty()) {
            return "";
        }
        return ", and behind " + (late.size() == 1 ? "it " : "them ") + behind.size() + " small of the same "
                + (late.size() == 1 ? "sender" : "senders") + ": " + numbers(behind);
    }

    private static String numbers(List<Long> files) {
        String some = String.join(
                ", ", files.stream().limit(NAMED).map(String::valueOf).toList());
        return files.size() > NAMED ? some + " and " + (files.size() - NAMED) + " more" : some;
    }

    private static Instant after(Instant begins, double seconds) {
        return begins.plusMillis((long) Math.ceil(Math.min(seconds, LONGEST_SECONDS) * 1000));
    }

    private static Collection<Deque<Remaining>> queues(Workload left) {
        Map<String, Deque<Remaining>> queues = new LinkedHashMap<>();
        left.large()
                .forEach(file -> queues.computeIfAbsent(file.organisation(), key -> new ArrayDeque<>())
                        .add(new Remaining(file)));
        return new ArrayList<>(queues.values());
    }

    private static final class Remaining {
        final long number;
        double contacts;

        Remaining(Workload.Large file) {
            number = file.number();
            contacts = (double) file.contacts();
        }
    }
}
