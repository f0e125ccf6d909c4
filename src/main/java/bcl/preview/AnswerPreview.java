package bcl.preview;

import bcl.ledger.Outcome;
import bcl.ledger.Totals;
import bcl.night.NightClock;
import bcl.night.UkTime;
import bcl.parsing.ScannedFile;
import bcl.parsing.StructureScan;
import bcl.reference.ReferenceFolder;
import bcl.responses.AnswerContent;
import bcl.responses.AnswerHead;
import bcl.responses.AnswerRenderer;
import bcl.responses.FileRejection;
import bcl.responses.FileResult;
import bcl.validation.FileCheck;
import bcl.validation.FileContext;
import bcl.validation.FileFacts;
import bcl.wire.Environment;
import bcl.wire.FileFinding;
import bcl.wire.FileName;
import bcl.wire.Limits;
import bcl.wire.Organisation;
import bcl.wire.Reason;
import bcl.wire.StreamName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer that a file would get if it were taken now (docs/commands.md, {@code validate}): with empty CRNs and
 * statuses and generation number 1, without a check against what was sent before. Constant memory, whatever the file's size,
 * but for a few bits a contact and the keys that contacts of the file share. Not thread-safe.
 */
public final class AnswerPreview {
    private static final int SHORT_CODE = 3;
    /** Over the contacts: for the totals, and for the answer. */
    private static final long PASSES = 2;

    private final ReferenceFolder.Usable reference;
    private final Limits limits;
    private final NightClock clock;
    private final AnswerRenderer renderer = new AnswerRenderer();
    private final StructureScan scan;

    public AnswerPreview(ReferenceFolder.Usable reference, Limits limits, NightClock clock) {
        this.reference = reference;
        this.limits = limits;
        this.clock = clock;
        this.scan = new StructureScan(Integer.MAX_VALUE, limits.contactsPerFile());
    }

    /**
     * Writes the answer to one file; its owner is taken from its name.
     *
     * @throws IOException if the file cannot be read, or the stream refuses; what was written is then worthless
     */
    public PreviewResult write(Path file, OutputStream out) throws IOException {
        return write(file, out, bytes -> {});
    }

    /**
     * The same.
     *
     * @param passed told, piece by piece, how many bytes of the file are done with
     */
    public PreviewResult write(Path file, OutputStream out, LongConsumer passed) throws IOException {
        String name = Objects.toString(file.getFileName());
        FileName fileName = FileName.parse(name).orElse(null);
        Optional<Organisation> owner = owner(name);
        if (owner.isEmpty()) {
            return new PreviewResult.NoAnswer(
                    fileName == null
                            ? Reason.FIL00001.name() + ", " + Reason.FIL00001.text()
                                    + ", and it begins with the short code of no organisation in the reference data"
                            : "no organisation in the reference data has the short code with which its name begins; the"
                                    + " engine would put it into quarantine");
        }
        try (PrivateCopy copy = PrivateCopy.of(file, limits.fileSize())) {
            return write(new Sent(name, fileName, owner.get(), copy, clock.now()), out, passed);
        }
    }

    /** A file as if it had just been taken. */
    private record Sent(
            String name, @Nullable FileName fileName, Organisation owner, PrivateCopy copy, Instant receivedAt) {}

    private PreviewResult write(Sent sent, OutputStream out, LongConsumer passed) throws IOException {
        ScannedFile scanned = sent.copy().size() > limits.fileSize()
                ? null
                : scan.scan(sent.copy().path());
        FileFacts facts =
                new FileFacts(sent.fileName(), sent.owner(), UkTime.localDate(sent.receivedAt()), null, limits);
        List<FileFinding> findings = FileCheck.check(facts, scanned == null ? null : scanned.structure());
        if (sent.fileName() == null || scanned == null || !findings.isEmpty()) {
            AnswerContent rejection = new FileRejection(
                    sent.name(), sent.fileName(), sent.receivedAt(), sent.copy().digest(), findings);
            renderer.render(head(sent, findings), rejection, out);
            return new PreviewResult.Rejection(findings);
        }
        FileContext context = new FileContext(facts.owner(), facts.receiptDate(), limits);
        Pieces pieces = new Pieces(sent.copy().size(), PASSES * scanned.plan().groups(), passed);
        try (DecidedAlone outcomes =
                new DecidedAlone(sent.copy().path(), scanned.plan(), context, reference.meterPoints(), pieces::step)) {
            Totals totals = totals(outcomes);
            AnswerContent results = new FileResult(
                    sent.fileName(),
                    sent.receivedAt(),
                    now(sent),
                    totals,
                    reference.meterPoints().date(),
                    sent.copy().digest(),
                    outcomes,
                    sent.copy().path());
            renderer.render(head(sent, findings), results, out);
            return new PreviewResult.Results(totals);
        }
    }

    private static Totals totals(Iterable<Outcome> outcomes) {
        Totals totals = Totals.NONE;
        for (Outcome outcome : outcomes) {
            totals = totals.plus(outcome.kind());
        }
        return totals;
    }

    private AnswerHead head(Sent sent, List<FileFinding> findings) {
        String type = findings.isEmpty() ? "BCR" : "FRJ";
        boolean untrusted = findings.stream().anyMatch(finding -> finding.reason() == Reason.FIL00009);
        FileName name = sent.fileName();
        StreamName stream = name == null || untrusted
                ? new StreamName(sent.owner().shortCode() + "01", Environment.PN, type)
                : name.stream().withType(type);
        return new AnswerHead(new FileName(stream, 1), sent.owner().id(), now(sent));
    }

    /** A clock that is set back must not date what was done before what was received. */
    private Instant now(Sent sent) {
        Instant now = clock.now();
        return now.isBefore(sent.receivedAt()) ? sent.receivedAt() : now;
    }

    /** The agreed form begins with the short code; of other names the first characters are what a folder would tell. */
    private Optional<Organisation> owner(String name) {
        return name.length() < SHORT_CODE
                ? Optional.empty()
                : reference.organisations().find(name.substring(0, SHORT_CODE).toUpperCase(Locale.ROOT));
    }
}
