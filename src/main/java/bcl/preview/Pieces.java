package bcl.preview;

import java.util.function.LongConsumer;

/** Tells the size of a file piece by piece, as its contacts are gone through. */
final class Pieces {
    private final long size;
    private final long steps;
    private final LongConsumer to;
    private long done;
    private long told;

    /** @param steps how often {@link #step} will be called */
    Pieces(long size, long steps, LongConsumer to) {
        this.size = size;
        this.steps = steps;
        this.to = to;
    }

    void step() {
        done++;
        long now = (long) ((double) size * done / steps);
        if (now > told) {
            to.accept(now - told);
            told = now;
        }
    }
}
