package bcl.responses;

import bcl.ledger.Totals;
import bcl.night.UkTime;
import bcl.parsing.AnswerMapper;
import bcl.wire.FileFinding;
import bcl.wire.FileName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executor;

/**
 * Makes the bytes of an answer (interface, sections 1, 2.3 and 6): a pure function of what it is given, so that the same
 * answer made again has the same bytes. Constant memory, whatever the number of contacts. Thread-safe.
 */
public final class AnswerRenderer {
    private static final int NAME_LENGTH = 50;

    /** Making a mapper costs more than a small answer. */
    private final ThreadLocal<AnswerMapper> mappers = ThreadLocal.withInitial(AnswerMapper::new);

    private final Executor threads;

    /** Makes answers on the calling thread alone. */
    public AnswerRenderer() {
        this(Runnable::run);
    }

    /** @param threads make the pages of an answer of many contacts side by side */
    public AnswerRenderer(Executor threads) {
        this.threads = threads;
    }

    /**
     * Writes a whole answer; the stream is flushed and stays open.
     *
     * @throws IOException if the sealed copy cannot be read or the stream refuses; what was written so far is then worthless
     * @throws Inconsistent if outcomes and sealed copy do not belong together
     */
    public Rendered render(AnswerHead head, AnswerContent content, OutputStream out) throws IOException {
        HashingOutput hashing = new HashingOutput(out);
        AnswerLines lines = new AnswerLines(mappers.get(), hashing);
        FileName name = head.name();
        lines.write(
                "A00",
                head.organisationId(),
                name.stream().type(),
                UkTime.localDate(head.createdAt()),
                UkTime.time(head.createdAt()),
                (long) name.number());
        if (content instanceof FileRejection rejection) {
            write(rejection, lines);
        } else if (content instanceof FileResult result) {
            write(result, lines);
        }
        // A00 is not among the records that Z99 counts.
        lines.write("Z99", lines.count() - 1);
        lines.flush();
        return new Rendered(hashing.hex(), hashing.size(), lines.reasons());
    }

    private static void write(FileRejection rejection, AnswerLines lines) throws IOException {
        FileName name = rejection.fileName();
        lines.write(
                "L53",
                Echo.text(rejection.name(), NAME_LENGTH),
                name == null ? null : (long) name.number(),
                UkTime.localDate(rejection.receivedAt()),
                UkTime.time(rejection.receivedAt()),
                rejection.digest());
        for (FileFinding finding : rejection.findings()) {
            lines.writeReason(finding.reason());
            lines.write(
                    "L52",
                    finding.line(),
                    null,
                    null,
                    null,
                    null,
                    finding.reason().text());
        }
    }

    private void write(FileResult result, AnswerLines lines) throws IOException {
        writeHead(result, lines);
        Totals told = new AnswerPages(threads, mappers::get).write(result.outcomes(), result.sealed(), lines);
        if (!told.equals(result.totals())) {
            throw new Inconsistent(
                    "the totals say " + result.totals() + ", but the outcomes are " + told + "; nothing was published");
        }
    }

    private static void writeHead(FileResult result, AnswerLines lines) throws IOException {
        Totals totals = result.totals();
        lines.write(
                "L50",
                result.fileName().toString(),
                (long) result.fileName().number(),
                UkTime.localDate(result.receivedAt()),
                UkTime.time(result.receivedAt()),
                UkTime.localDate(result.processedAt()),
                UkTime.time(result.processedAt()),
                totals.received(),
                totals.accepted(),
                totals.rejected(),
                totals.repeated(),
                result.referenceDate(),
                result.digest());
    }
}
