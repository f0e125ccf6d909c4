package bcl.commands;

/** CRNs as operators read them. */
public final class Crns {
    private Crns() {}

    /** 10 digits. */
    public static String text(long crn) {
        return String.format("%010d", crn);
    }
}
