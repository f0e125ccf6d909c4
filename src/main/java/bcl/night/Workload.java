package bcl.night;

import java.util.List;

/**
 * What is left to do.
 *
 * @param smallFiles files that are decided many at a time
 * @param large the others, in the order in which their senders' turns come
 * @param keptBack files that are no work before an operator acts: held, or behind one that is
 */
public record Workload(long smallFiles, List<Large> large, long keptBack) {
    public static final Workload NONE = new Workload(0, List.of(), 0);

    public Workload {
        large = List.copyOf(large);
    }

    /**
     * A large file.
     *
     * @param number in the ledger
     * @param organisation whose large files are done one after the other, and take turns with those of others
     * @param contacts that are not decided yet; an estimate if nobody has looked into it
     */
    public record Large(long number, String organisation, long contacts) {}

    public boolean isEmpty() {
        return smallFiles == 0 && large.isEmpty();
    }
}
