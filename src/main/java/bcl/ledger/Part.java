package bcl.ledger;

/**
 * A part of a large file: whole groups in a row, decided by one worker, with what it has done so far.
 *
 * @param groups how many groups it has
 * @param nextGroup ordinal of the first group that is not decided
 * @param nextOffset byte offset of that group's first line in the sealed copy
 * @param nextLine number of that line
 */
public record Part(
        long fileId,
        int part,
        Kind kind,
        int firstGroup,
        int groups,
        long startOffset,
        long startLine,
        int nextGroup,
        long nextOffset,
        long nextLine) {
    /** What is decided in a part. */
    public enum Kind {
        /** Groups that no other group of the file bears upon. */
        PLAIN,
        /** Groups that depend on earlier ones of the file; one worker decides them after all others, in the file's order. */
        DEFERRED
    }

    /** A part of which nothing is done. */
    public static Part planned(long fileId, int part, Kind kind, int firstGroup, int groups, long offset, long line) {
        return new Part(fileId, part, kind, firstGroup, groups, offset, line, firstGroup, offset, line);
    }

    public int endGroup() {
        return firstGroup + groups;
    }

    public boolean isDone() {
        return nextGroup >= endGroup();
    }

    /** The part with its progress moved on. */
    public Part upTo(int group, long offset, long line) {
        return new Part(fileId, part, kind, firstGroup, groups, startOffset, startLine, group, offset, line);
    }
}
