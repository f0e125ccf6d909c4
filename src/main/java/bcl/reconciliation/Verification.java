package bcl.reconciliation;

import bcl.evidence.AnswerProof;
import bcl.evidence.EvidenceAudit;
import bcl.evidence.Seal;
import bcl.ledger.Answer;
import bcl.ledger.AnswerLedger;
import bcl.ledger.Erased;
import bcl.ledger.LedgerFile;
import bcl.responses.AnswerContent;
import bcl.responses.AnswerHead;
import bcl.responses.AnswerRenderer;
import bcl.wire.ContentDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves an answer that somebody has: that it is what the engine answered, that everything from which it follows is as it was, and that
 * it lies under a digest that was given away. Changes nothing, and sees the database as it was at one moment.
 */
public final class Verification {
    private final Books books;
    private final TransactionTemplate snapshot;

    public Verification(Books books, PlatformTransactionManager transactions) {
        this.books = books;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        snapshot.setReadOnly(true);
    }

    /**
     * Looks an answer up and checks it.
     *
     * @param given the file; found by its name, or else by its bytes
     * @param digest that was given away, null if none is at hand
     * @param listener told each difference between the home and what it was when it was sealed
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if the digest has not the form of one
     */
    public Verified run(Path given, @Nullable String digest, Consumer<Difference> listener) {
        Audit audit = new Audit(books, new Differences(listener), new Tally());
        return Objects.requireNonNull(
                snapshot.execute(status -> verify(audit, given, digest)), "it tells how it ended");
    }

    /** What proves the answer to a file to those who have no home; empty if it was not sealed yet. */
    public Optional<AnswerProof> proof(long file) {
        return Objects.requireNonNull(
                snapshot.execute(status -> books.evidence().proof(file)), "there is one or there is none");
    }

    private static Verified verify(Audit audit, Path given, @Nullable String digest) {
        EvidenceAudit evidence = audit.books().evidence();
        try {
            String bytes = ContentDigest.ofFile(given);
            Seal held = digest == null ? null : evidence.sealOf(digest).orElse(null);
            Answer answer =
                    find(audit, String.valueOf(given.getFileName()), bytes).orElse(null);
            if (answer == null) {
                return new Verified.Unknown();
            }
            LedgerFile file = audit.books().files().get(answer.fileId());
            new FileAudit(audit).check(file.id());
            Optional<Seal> seal = evidence.file(
                    file.id(), (id, line, what) -> audit.differences().add(Subject.EVIDENCE, id, line, what));
            boolean identical = bytes.equals(answer.digest()) && Files.size(given) == answer.size();
            Erased erased = audit.books().erasures().of(file.id()).orElse(null);
            boolean renders = erased == null || !file.findings().isEmpty();
            Verified.Lines lines = lines(audit, given, file, answer, identical || !renders);
            if (!identical && !renders) {
                lines = new Verified.Lines(false, lines.count(), List.of(), 0);
            }
            return new Verified.Compared(
                    file, answer, lines, renders ? null : erased, seal.orElse(null), evidence.last(), held);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest answer of this name that has these bytes, else the latest of this name, else any with these bytes. */
    private static Optional<Answer> find(Audit audit, String name, String bytes) {
        List<Long> found = Stream.of("name = ? order by digest = ? desc, sequence desc", "? <> '' and digest = ?")
                .flatMap(
                        which -> audit
                                .jdbc()
                                .queryForList("select file_id from answer where " + which, Long.class, name, bytes)
                                .stream())
                .limit(1)
                .toList();
        return found.stream().findFirst().flatMap(new AnswerLedger(audit.jdbc())::of);
    }

    /** An answer that cannot be made again has been told by then; nothing can be compared with it line by line. */
    private static Verified.Lines lines(Audit audit, Path given, LedgerFile file, Answer answer, boolean identical)
            throws IOException {
        GivenLines lines = GivenLines.of(given);
        Optional<AnswerContent> content = new AnswerAudit(audit).content(file);
        if (identical || content.isEmpty()) {
            return new Verified.Lines(identical, lines.compared().count(), List.of(), 0);
        }
        try {
            new AnswerRenderer().render(AnswerHead.of(answer), content.get(), lines);
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            audit.differences()
                    .file(
                            Subject.ANSWER,
                            file.id(),
                            "its lines cannot be compared: " + e.getClass().getSimpleName());
        }
        return lines.compared();
    }
}
