package bcl.jobs;

import bcl.ledger.FileLedger;
import bcl.ledger.LedgerFile;
import bcl.ledger.StreamLedger;
import bcl.ledger.StreamState;
import bcl.wire.FileName;
import bcl.wire.Reason;
import bcl.wire.StreamName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file's generation number when its turn comes (interface, section 7). Runs in the transaction that also records what
 * becomes of the file, so that the next file of the stream sees it.
 */
final class NumberCheck {
    private final Numbers numbers;

    NumberCheck(Numbers numbers) {
        this.numbers = numbers;
    }

    /** What is known of numbers that were used. */
    interface Numbers {
        /** The delivery that used up this number, if there is one since its stream was last reset. */
        Optional<LedgerFile> thatUsed(FileName name);

        StreamState inbound(StreamName name);

        /** The file uses up its number, and the highest one used of its stream is now this. */
        void use(LedgerFile file, StreamState from, int lastNumber);

        /** The ledger itself. */
        static Numbers of(FileLedger files, StreamLedger streams) {
            return new Numbers() {
                @Override
                public Optional<LedgerFile> thatUsed(FileName name) {
                    return files.thatUsed(name);
                }

                @Override
                public StreamState inbound(StreamName name) {
                    return streams.inbound(name);
                }

                @Override
                public void use(LedgerFile file, StreamState from, int lastNumber) {
                    streams.used(from, lastNumber);
                }
            };
        }
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
        Optional<LedgerFile> used = numbers.thatUsed(name);
        if (used.isPresent()) {
            return used.get().digest().equals(file.digest())
                    ? new Judgement.Repeat(used.get())
                    : new Judgement.Turn(Reason.FIL00011, null);
        }
        StreamState stream = numbers.inbound(name.stream());
        boolean low = !stream.mayRestart() && name.number() < stream.lastNumber();
        return new Judgement.Turn(low ? Reason.FIL00012 : null, stream);
    }

    /** Records that the file used up its number; the last one used is the highest. */
    void use(LedgerFile file, FileName name, Judgement.Turn turn) {
        StreamState stream = turn.stream() == null ? numbers.inbound(name.stream()) : turn.stream();
        numbers.use(file, stream, Math.max(turn.lastNumber(), name.number()));
    }
}
