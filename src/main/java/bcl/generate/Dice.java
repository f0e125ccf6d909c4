package bcl.generate;

import java.util.List;

/** SplitMix64: fast, and written down here so that no version of Java can change what a seed gives. For one thread. */
final class Dice {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long state;

    Dice(long seed) {
        this.state = mix(seed + STEP);
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** From 0, below the bound. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    boolean hits(double share) {
        return (next() >>> 11) * 0x1p-53 < share;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
