package bcl.reconciliation;

import bcl.ledger.Answer;
import bcl.ledger.LedgerFile;
import bcl.responses.AnswerContent;
import bcl.responses.AnswerHead;
import bcl.responses.AnswerRenderer;
import bcl.wire.ContentDigest;
import bcl.wire.StreamName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An answer as it lies in {@code outbound/}. That it is not there any more is no difference: its owner collected it. */
final class OutboundCopy {
    private final Audit audit;
    private final AnswerRenderer renderer;

    OutboundCopy(Audit audit, AnswerRenderer renderer) {
        this.audit = audit;
        this.renderer = renderer;
    }

    /** @param content null if the answer cannot be made again, so that nobody can say which line was changed */
    void check(LedgerFile file, Answer answer, @Nullable AnswerContent content) {
        Path copy = audit.books()
                .home()
                .outbound(answer.organisation())
                .resolve(answer.name().toString());
        if (!Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)) {
                differs(file, "under the name of its answer " + answer.name() + " lies something that is no file");
            } else if (Files.size(copy) != answer.size()
                    || !ContentDigest.ofFile(copy).equals(answer.digest())) {
                if (isOfALaterOne(answer)) {
                    return;
                }
                differs(
                        file,
                        "its answer " + answer.name() + " in outbound/ was changed"
                                + (content == null ? "" : ", first in line " + firstChange(copy, answer, content)));
            }
            audit.tally().inOutbound();
        } catch (NoSuchFileException e) {
            // Collected at this moment.
            return;
        } catch (IOException e) {
            differs(file, "its answer " + answer.name() + " in outbound/ cannot be read: " + e);
        }
    }

    /** Numbers begin again after 999999: then the name is the later answer's, against which it is held too. */
    private boolean isOfALaterOne(Answer answer) {
        StreamName stream = answer.name().stream();
        return audit.number(
                        "select count(*) from answer where system = ? and environment = ? and type = ? and number = ?"
                                + " and sequence > ?",
                        stream.system(),
                        stream.environment().name(),
                        stream.type(),
                        answer.name().number(),
                        answer.sequence())
                > 0;
    }

    private long firstChange(Path copy, Answer answer, AnswerContent content) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(copy))) {
            ComparingOutput comparing = new ComparingOutput(in);
            renderer.render(AnswerHead.of(answer), content, comparing);
            return comparing.line();
        }
    }

    private void differs(LedgerFile file, String what) {
        audit.differences().file(Subject.OUTBOUND, file.id(), what);
    }
}
