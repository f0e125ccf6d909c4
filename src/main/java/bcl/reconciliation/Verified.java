package bcl.reconciliation;

import bcl.evidence.Seal;
import bcl.ledger.Answer;
import bcl.ledger.Erased;
import bcl.ledger.LedgerFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the question whether a file is an answer of this home. What does not add up was told to the listener. */
public sealed interface Verified {
    /** No answer of this name, and none with these bytes, was ever recorded. */
    record Unknown() implements Verified {}

    /**
     * It is held against this answer.
     *
     * @param erased null unless the file's content was erased, without which only the whole answer can be compared
     * @param seal under which the answer lies, null if it was not sealed yet
     * @param last the end of the chain, null if nothing was ever sealed
     * @param given the seal with the digest that was given, null if none was given or none has it
     */
    record Compared(
            LedgerFile file,
            Answer answer,
            Lines lines,
            @Nullable Erased erased,
            @Nullable Seal seal,
            @Nullable Seal last,
            @Nullable Seal given)
            implements Verified {}

    /**
     * The lines of the file that was given, beside those of the answer.
     *
     * @param identical whether it is the answer byte for byte: then nothing else counts
     * @param count how many it has
     * @param strange the first of them that are no lines of the answer, by number
     * @param missing how many lines of the answer are not in it
     */
    record Lines(boolean identical, long count, List<Long> strange, long missing) {
        public Lines {
            strange = List.copyOf(strange);
        }
    }
}
