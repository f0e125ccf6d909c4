package bcl.reference;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges sorted runs: a binary heap of the runs by the key of their present row. */
final class RunMerge {
    private final Run[] heap;
    private final int size;
    private boolean begun;

    private RunMerge(Run[] heap) {
        this.heap = heap;
        this.size = heap.length;
    }

    static RunMerge of(List<Run> runs) throws IOException {
        for (Run run : runs) {
            run.next();
        }
        RunMerge merge = new RunMerge(runs.toArray(Run[]::new));
        for (int i = merge.size / 2 - 1; i >= 0; i--) {
            merge.sink(i);
        }
        return merge;
    }

    /** The run whose present row is the next of all, or null at the end. Valid until the next call. */
    @Nullable
    Run next() throws IOException {
        if (size == 0) {
            return null;
        }
        if (begun) {
            heap[0].next();
            sink(0);
        }
        begun = true;
        return heap[0].key() == Run.END ? null : heap[0];
    }

    private void sink(int from) {
        int at = from;
        Run run = heap[at];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1].key() < heap[child].key()) {
                child++;
            }
            if (run.key() <= heap[child].key()) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = run;
    }
}
