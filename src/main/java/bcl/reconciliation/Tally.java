package bcl.reconciliation;

/** Counts what was checked. For one thread. */
final class Tally {
    private long files;
    private long unfinished;
    private long erased;
    private long contacts;
    private long outcomes;
    private long answers;
    private long inOutbound;
    private long seals;

    void file() {
        files++;
    }

    void erased() {
        erased++;
    }

    void unfinished() {
        unfinished++;
    }

    void contacts(long count) {
        contacts += count;
    }

    void outcomes(long count) {
        outcomes += count;
    }

    void answer() {
        answers++;
    }

    void inOutbound() {
        inOutbound++;
    }

    void seals(long count) {
        seals = count;
    }

    long filesSoFar() {
        return files;
    }

    Reconciled end(long differences, boolean complete) {
        return new Reconciled(
                files, unfinished, erased, contacts, outcomes, answers, inOutbound, seals, differences, complete);
    }
}
