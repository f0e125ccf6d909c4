package bcl.parsing;

/**
 * A run of whole groups of a file.
 *
 * @param firstGroup the ordinal of the first of them
 * @param groups how many
 * @param offset the byte of the file at which the first begins
 * @param line the number of its first line
 */
public record Part(int firstGroup, int groups, long offset, long line) {
    /** What is left of this part behind one of its groups. */
    public Part after(RawGroup group) {
        int next = group.ordinal() + 1;
        return new Part(next, firstGroup + groups - next, group.endOffset(), group.nextLine());
    }
}
