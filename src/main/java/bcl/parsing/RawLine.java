package bcl.parsing;

/** One line as it lies in a file. Immutable: nobody writes into its bytes. Safe for use by several threads. */
public final class RawLine {
    private final long number;
    private final long offset;
    private final byte[] bytes;
    private final boolean tooLong;
    private final boolean hasBadCharacter;

    RawLine(long number, long offset, byte[] bytes, boolean tooLong, boolean hasBadCharacter) {
        this.number = number;
        this.offset = offset;
        this.bytes = bytes;
        this.tooLong = tooLong;
        this.hasBadCharacter = hasBadCharacter;
    }

    /** Counted from 1. */
    public long number() {
        return number;
    }

    /** Where its first byte is in the file. */
    public long offset() {
        return offset;
    }

    /**
     * The line without its end, one byte a character. Of a line that is too long only what tells its id: at most 2,001
     * characters, runs of spaces cut short.
     */
    byte[] bytes() {
        return bytes;
    }

    /** Whether it has more than 2,000 characters (REC00016). */
    public boolean tooLong() {
        return tooLong;
    }

    /** Whether it holds a byte outside 0x20 to 0x7E, also where its bytes were not kept. */
    public boolean hasBadCharacter() {
        return hasBadCharacter;
    }

    /** Where it is, never what it holds: lines carry personal data. */
    @Override
    public String toString() {
        return "line " + number + " at byte " + offset;
    }
}
