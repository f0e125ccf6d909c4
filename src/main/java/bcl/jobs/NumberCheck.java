package bcl.jobs;

import bcl.ledger.FileLedger;
import bcl.ledger.LedgerFile;
import bcl.ledger.StreamLedger;
import bcl.ledger.StreamState;
import bcl.wire.FileName;
import bcl.wire.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file's generation number when its turn comes (interface, section 7). Runs in the transaction that also records what
 * becomes of the file, so that the next file of the stream sees it.
 */
final class NumberCheck {
    private final FileLedger files;
    private final StreamLedger streams;

    NumberCheck(FileLedger files, StreamLedger streams) {
        this.files = files;
        this.streams = streams;
    }

    /** What the stream says of a file. */
    sealed interface Judgement {
        /** Its number was used before with the same bytes: the answer that was given stands. */
        record Repeat(LedgerFile earlier) implements Judgement {}

        /**
         * It is processed, or rejected for its number.
         *
         * @param fault FIL00011 or FIL00012, or null
         * @param stream as it was when the number was judged, null if its numbers do not matter
         */
        record Turn(@Nullable Reason fault, @Nullable StreamState stream) implements Judgement {
            /** The highest number used before; 0 if none, or if it does not count any more. */
            int lastNumber() {
                return stream == null || stream.mayRestart() ? 0 : stream.lastNumber();
            }

            /** Whether numbers are missing between the last one used and this one (FIL00019). */
            boolean leavesGap(int number) {
                return fault == null && lastNumber() > 0 && number > lastNumber() + 1;
            }
        }
    }

    Judgement judge(LedgerFile file) {
        FileName name = file.fileName();
        if (name == null || !name.organisation().equals(file.organisation())) {
            return new Judgement.Turn(null, null);
        }
        Optional<LedgerFile> used = files.thatUsed(name);
        if (used.isPresent()) {
            return used.get().digest().equals(file.digest())
                    ? new Judgement.Repeat(used.get())
                    : new Judgement.Turn(Reason.FIL00011, null);
        }
        StreamState stream = streams.inbound(name.stream());
        boolean low = !stream.mayRestart() && name.number() < stream.lastNumber();
        return new Judgement.Turn(low ? Reason.FIL00012 : null, stream);
    }

    /** Records that the file used up its number; the last one used is the highest. */
    void use(FileName name, Judgement.Turn turn) {
        StreamState stream = turn.stream() == null ? streams.inbound(name.stream()) : turn.stream();
        streams.used(stream, Math.max(turn.lastNumber(), name.number()));
    }
}
