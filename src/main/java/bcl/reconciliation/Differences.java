package bcl.reconciliation;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells differences as they are found; of each subject no more than an operator can read. For one thread. */
final class Differences {
    static final int TOLD = 1000;

    private final Consumer<Difference> listener;
    private final Map<Subject, Long> counts = new EnumMap<>(Subject.class);

    Differences(Consumer<Difference> listener) {
        this.listener = listener;
    }

    void add(Subject subject, @Nullable Long file, @Nullable Long line, String what) {
        if (counts.merge(subject, 1L, Long::sum) <= TOLD) {
            listener.accept(new Difference(subject, file, line, what));
        }
    }

    void file(Subject subject, long file, String what) {
        add(subject, file, null, what);
    }

    void home(Subject subject, String what) {
        add(subject, null, null, what);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
