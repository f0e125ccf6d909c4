package bcl.reconciliation;

import bcl.ledger.Answer;
import bcl.ledger.AnswerLedger;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.responses.AnswerContent;
import bcl.responses.AnswerHead;
import bcl.responses.AnswerRenderer;
import bcl.responses.FileRejection;
import bcl.responses.FileResult;
import bcl.responses.Rendered;
import bcl.wire.Environment;
import bcl.wire.FileName;
import bcl.wire.Reason;
import bcl.wire.StreamName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;

/** The answer of one decided file: made again, and compared with what was recorded and with what lies in {@code outbound/}. */
final class AnswerAudit {
    private final Audit audit;
    private final AnswerLedger answers;
    private final AnswerRenderer renderer = new AnswerRenderer();
    private final OutboundCopy outbound;

    AnswerAudit(Audit audit) {
        this.audit = audit;
        this.answers = new AnswerLedger(audit.jdbc());
        this.outbound = new OutboundCopy(audit, renderer);
    }

    /** @param renders whether the answer can be made again: mostly that needs the sealed copy with its digest */
    void check(LedgerFile file, boolean renders) {
        Optional<Answer> recorded;
        try {
            recorded = answers.of(file.id());
        } catch (DataAccessException e) {
            differs(file, "the answer that is recorded cannot be read: " + e.getMessage());
            return;
        }
        if (recorded.isEmpty()) {
            if (file.state() == FileState.ANSWERED) {
                differs(file, "it is answered, but no answer is recorded");
            }
            return;
        }
        Answer answer = recorded.get();
        audit.tally().answer();
        row(file, answer);
        if (renders) {
            compare(file, answer);
        } else {
            outbound.check(file, answer, null);
        }
    }

    private void row(LedgerFile file, Answer answer) {
        if (!answer.organisation().equals(file.organisation())
                || !answer.name().stream().equals(stream(file))) {
            differs(file, "its answer " + answer.name() + " is of another organisation, stream or type than is due");
        }
        if (file.state() == FileState.ANSWERED && !answer.published()) {
            differs(file, "it is answered, but its answer " + answer.name() + " was never published");
        }
    }

    private void compare(LedgerFile file, Answer answer) {
        Optional<AnswerContent> content = content(file);
        if (content.isEmpty()) {
            differs(file, "the snapshot that it was checked against is not in the database");
            return;
        }
        try {
            Rendered again = renderer.render(AnswerHead.of(answer), content.get(), OutputStream.nullOutputStream());
            if (!again.digest().equals(answer.digest()) || again.size() != answer.size()) {
                differs(file, "made again, its answer " + answer.name() + " has other bytes than were recorded for it");
            }
            reasons(file, again.reasons());
            outbound.check(file, answer, content.get());
        } catch (IOException e) {
            differs(file, "its answer " + answer.name() + " cannot be made again: " + e);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            differs(file, "its answer " + answer.name() + " cannot be made again: " + e.getMessage());
        }
    }

    /** Empty if the date of its snapshot is lost. */
    Optional<AnswerContent> content(LedgerFile file) {
        if (!file.findings().isEmpty()) {
            return Optional.of(FileRejection.of(file));
        }
        List<LocalDate> dates = audit.jdbc()
                .query(
                        "select snapshot_date from snapshot where id = ?",
                        (row, i) -> row.getObject(1, LocalDate.class),
                        file.snapshotId());
        return dates.stream()
                .findFirst()
                .map(date -> FileResult.of(
                        file,
                        date,
                        audit.books().outcomes(),
                        audit.books().home().sealed(file.digest())));
    }

    private void reasons(LedgerFile file, Map<Reason, Long> told) {
        Map<String, Long> expected = new TreeMap<>();
        told.forEach((reason, count) -> expected.put(reason.name(), count));
        Map<String, Long> recorded = new TreeMap<>();
        audit.jdbc()
                .query(
                        "select code, total from file_reason where file_id = ?",
                        row -> {
                            recorded.put(row.getString(1), row.getLong(2));
                        },
                        file.id());
        if (!expected.equals(recorded)) {
            differs(file, "the counts of its reasons are " + recorded + ", but its answer tells " + expected);
        }
    }

    /** Interface, section 1, and section 7 for files whose name or owner cannot be trusted. */
    private static StreamName stream(LedgerFile file) {
        FileName name = file.fileName();
        String type = file.findings().isEmpty() ? "BCR" : "FRJ";
        boolean foreign = file.findings().stream().anyMatch(finding -> finding.reason() == Reason.FIL00009);
        return name == null || foreign
                ? new StreamName(file.organisation() + "01", Environment.PN, type)
                : name.stream().withType(type);
    }

    private void differs(LedgerFile file, String what) {
        audit.differences().file(Subject.ANSWER, file.id(), what);
    }
}
