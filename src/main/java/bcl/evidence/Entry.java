package bcl.evidence;

import java.util.Arrays;

/**
 * One thing that was recorded, as it was hashed.
 *
 * @param key number of the file of an answer, else CRN
 * @param sequence of an event, else 0
 */
record Entry(Kind kind, long key, int sequence, byte[] hash) {
    /** In the order of their codes, which are never changed. */
    enum Kind {
        ANSWER,
        CONTACT,
        EVENT
    }

    boolean isOf(Kind other) {
        return kind == other;
    }

    boolean hasHash(byte[] other) {
        return Arrays.equals(hash, other);
    }
}
