package bcl.operations;

/** CRNs as operators read them. */
final class Crns {
    private Crns() {}

    /** 10 digits. */
    static String text(long crn) {
        return String.format("%010d", crn);
    }
}
