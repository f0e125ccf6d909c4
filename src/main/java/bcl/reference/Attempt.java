package bcl.reference;

/** What became of reading a reference file. Failures of our own disk are exceptions and not in here. */
sealed interface Attempt<T> {
    record Done<T>(T value) implements Attempt<T> {}

    record NotDone<T>(Refused refused) implements Attempt<T> {}

    static <T> Attempt<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Attempt<T> notDone(Refused refused) {
        return new NotDone<>(refused);
    }
}
