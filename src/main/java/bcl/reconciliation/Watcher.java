package bcl.reconciliation;

/** Who waits for a reconciliation. */
@FunctionalInterface
public interface Watcher {
    /** Told after each file; false stops the reconciliation. */
    boolean goOn(long files, long of);
}
