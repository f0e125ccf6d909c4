package bcl.preview;

import bcl.ledger.Totals;
import bcl.wire.FileFinding;
import java.util.List;

/** What would become of a file. */
public sealed interface PreviewResult {
    /** Whether the file, or a contact of it, would be rejected. */
    boolean rejects();

    /** A {@code BCR} was written; warnings reject nothing. */
    record Results(Totals totals) implements PreviewResult {
        @Override
        public boolean rejects() {
            return totals.rejected() > 0;
        }
    }

    /** An {@code FRJ} was written: nothing of the file would be logged. */
    record Rejection(List<FileFinding> findings) implements PreviewResult {
        public Rejection {
            findings = List.copyOf(findings);
        }

        @Override
        public boolean rejects() {
            return true;
        }
    }

    /** Nothing was written: there is nobody to whom an answer could go. {@code why} is for the sender and holds no file name. */
    record NoAnswer(String why) implements PreviewResult {
        @Override
        public boolean rejects() {
            return true;
        }
    }
}
