package bcl.simulation;

/**
 * One call to the outside.
 *
 * @param number in the order of a run, from 1
 * @param changes whether it may change what is outside
 */
record Point(long number, Port port, String what, boolean changes) {
    /** The three ways out. */
    enum Port {
        DATABASE,
        DISK,
        CLOCK
    }

    @Override
    public String toString() {
        return "point " + number + ", " + port + ": " + what;
    }
}
