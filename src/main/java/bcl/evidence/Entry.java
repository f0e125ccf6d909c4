package bcl.evidence;

/**
 * One thing that was recorded, as it was hashed.
 *
 * @param key number of the file of an answer, else CRN
 * @param sequence of an event, else 0
 */
record Entry(Kind kind, long key, int sequence, Hash hash) {
    /** Each with the code under which it is stored, which is never changed. */
    enum Kind {
        ANSWER(0),
        CONTACT(1),
        EVENT(2);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        /** @throws IllegalArgumentException if none has it */
        static Kind of(byte code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("it has an entry of kind " + code);
        }
    }

    boolean isOf(Kind other) {
        return kind == other;
    }
}
