package bcl.responses;

import bcl.ledger.Outcome;
import bcl.parsing.SentFields;
import bcl.wire.Finding;
import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the {@code L51} of a contact and its {@code S72} and {@code L52}; of the sealed copy it reads what they repeat. */
final class ContactResults {
    private static final RecordLayout CONTACT = Layouts.inbound().get("L01");
    private static final int REFERENCE = CONTACT.number("ORIGINATOR_REFERENCE");
    private static final int CODE = CONTACT.number("CONTACT_CODE");
    private static final int METER_POINT = CONTACT.number("METER_POINT_REFERENCE");

    private static final int REFERENCE_LENGTH = 30;
    private static final int CODE_LENGTH = 4;
    private static final int VALUE_LENGTH = 50;

    private final AnswerLines lines;
    private final SentFields sent;
    private long last;

    ContactResults(AnswerLines lines, SentFields sent) {
        this.lines = lines;
        this.sent = sent;
    }

    /**
     * To be called in the order of the lines: the sealed copy is read forward only.
     *
     * @throws Inconsistent if the outcome contradicts itself or comes out of order: better no answer than a wrong one
     */
    void write(Outcome outcome) throws IOException {
        check(outcome);
        find(outcome.line());
        lines.write(
                "L51",
                code(outcome),
                Echo.text(sent.text(REFERENCE), REFERENCE_LENGTH),
                Echo.text(sent.text(CODE), CODE_LENGTH),
                Echo.meterPoint(sent.text(METER_POINT)),
                outcome.crn(),
                outcome.status() == null ? null : outcome.status().name(),
                outcome.line());
        for (Finding finding : outcome.findings()) {
            write(finding);
        }
    }

    private void check(Outcome outcome) {
        boolean rejects = rejects(outcome.findings());
        boolean right = switch (outcome.kind()) {
            case AC -> !rejects;
            case RJ -> rejects && outcome.crn() == null;
            case RP -> !rejects && !outcome.findings().isEmpty();
        };
        if (!right || outcome.line() <= last) {
            throw new Inconsistent("the outcome of line " + outcome.line()
                    + (right
                            ? " comes after that of line " + last
                            : " contradicts its reasons or has a CRN that it must not"));
        }
        last = outcome.line();
    }

    private static boolean rejects(List<Finding> findings) {
        for (Finding each : findings) {
            if (!each.reason().isWarning()) {
                return true;
            }
        }
        return false;
    }

    private void write(Finding finding) throws IOException {
        int field = finding.field();
        boolean named = field > 0;
        lines.writeReason(finding.reason());
        lines.write(
                "L52",
                finding.line(),
                finding.recordId().isEmpty() ? null : finding.recordId(),
                named ? (long) field : null,
                named ? Layouts.inbound().get(finding.recordId()).field(field).name() : null,
                named ? value(finding) : null,
                finding.reason().text());
    }

    private @Nullable String value(Finding finding) throws IOException {
        find(finding.line());
        return Echo.text(sent.text(finding.field()), VALUE_LENGTH);
    }

    private void find(long line) throws IOException {
        if (!sent.goTo(line)) {
            throw new Inconsistent("the sealed copy has no line " + line + " where an outcome names one");
        }
    }

    private static String code(Outcome outcome) {
        return switch (outcome.kind()) {
            case AC -> outcome.findings().isEmpty() ? "AC" : "WN";
            case RP -> "WN";
            case RJ -> "RJ";
        };
    }
}
