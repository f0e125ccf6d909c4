package bcl.retention;

/** Counts what is erased. For one thread. */
final class Count {
    long files;
    long records;
    long copies;
    long answers;
    long quarantined;

    Erasing end(long waiting, boolean complete) {
        return new Erasing(files, records, copies, answers, quarantined, waiting, complete);
    }
}
