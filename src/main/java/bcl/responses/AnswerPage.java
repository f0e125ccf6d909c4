package bcl.responses;

import bcl.ledger.Outcome;
import bcl.ledger.Totals;
import bcl.parsing.AnswerMapper;
import bcl.parsing.SentFields;
import bcl.wire.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The records of some contacts in a row: a piece of an answer that can be made beside others. */
final class AnswerPage {
    private static final int BYTES_A_CONTACT = 100;

    private final ByteArrayOutputStream bytes;
    private final AnswerLines lines;
    private final Totals told;

    private AnswerPage(ByteArrayOutputStream bytes, AnswerLines lines, Totals told) {
        this.bytes = bytes;
        this.lines = lines;
        this.told = told;
    }

    /**
     * Makes the records of outcomes.
     *
     * @param offset where the line of the first outcome begins in the sealed copy
     */
    static AnswerPage of(List<Outcome> outcomes, Path sealed, long offset, AnswerMapper mapper) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES_A_CONTACT * outcomes.size());
        AnswerLines lines = new AnswerLines(mapper, bytes);
        Totals told = Totals.NONE;
        try (SentFields sent = SentFields.open(sealed, offset, outcomes.get(0).line())) {
            ContactResults results = new ContactResults(lines, sent);
            for (Outcome outcome : outcomes) {
                results.write(outcome);
                told = told.plus(outcome.kind());
            }
        }
        lines.flush();
        return new AnswerPage(bytes, lines, told);
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    long records() {
        return lines.count();
    }

    Map<Reason, Long> reasons() {
        return lines.reasons();
    }

    Totals told() {
        return told;
    }
}
