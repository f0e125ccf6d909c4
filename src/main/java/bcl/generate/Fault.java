package bcl.generate;

import bcl.wire.Reason;

/**
 * A way to spoil a contact.
 *
 * @param reason that the answer gives for it, perhaps among others
 */
record Fault(Reason reason, Change change) {
    /** Spoils a contact, if this fault is possible with it; else leaves it as it is and says false. */
    @FunctionalInterface
    interface Change {
        boolean apply(Draft draft, Setting setting);
    }

    /**
     * What a fault may need beside the contact.
     *
     * @param first the first contact of the file, which is never spoiled
     * @param ordinal of the contact in its file, from 1
     * @param usedReference of an accepted contact of an earlier file, empty if there is none
     */
    record Setting(Points points, Words words, Draft first, long ordinal, String usedReference) {}

    /** Writes into a field of the first record of a type. */
    static Fault field(Reason reason, String record, int number, String value) {
        return new Fault(reason, (draft, setting) -> {
            String[] fields = draft.first(record);
            if (fields == null) {
                return false;
            }
            fields[number - 1] = value;
            return true;
        });
    }
}
