package bcl.jobs;

import bcl.ledger.Answer;
import bcl.ledger.AnswerLedger;
import bcl.ledger.LedgerFile;
import bcl.ledger.Outcome;
import bcl.ledger.StreamLedger.NextAnswer;
import bcl.responses.AnswerContent;
import bcl.responses.AnswerHead;
import bcl.responses.AnswerPublisher;
import bcl.responses.Draft;
import bcl.responses.PendingAnswer;
import bcl.wire.FileFinding;
import bcl.wire.FileName;
import bcl.wire.Organisation;
import bcl.wire.Reason;
import bcl.wire.StreamName;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes the answers of files that are decided or rejected. Number, digest and state of an answer go with the caller's
 * transaction; after its commit the answer is put into {@code outbound/}.
 */
final class Answering {
    private final Stores stores;
    private final AnswerPublisher publisher;
    private final AnswerContents contents;
    private final Publishing publishing;
    private final FileTurn turn;

    Answering(Stores stores, AnswerPublisher publisher, AnswerContents contents, Publishing publishing, FileTurn turn) {
        this.stores = stores;
        this.publisher = publisher;
        this.contents = contents;
        this.publishing = publishing;
        this.turn = turn;
    }

    /**
     * Answers files, in the caller's transaction.
     *
     * @param outcomes of those files whose outcomes the caller still holds; the others are read from the ledger
     */
    void answer(List<LedgerFile> files, Map<Long, List<Outcome>> outcomes) {
        answer(files, outcomes, publishing::publish);
    }

    /** The same, but publishing goes on while the caller does its next files; {@link Publishing#finish()} ends it. */
    void answerMeanwhile(List<LedgerFile> files, Map<Long, List<Outcome>> outcomes) {
        answer(files, outcomes, publishing::begin);
    }

    private void answer(
            List<LedgerFile> files, Map<Long, List<Outcome>> outcomes, Consumer<List<PendingAnswer>> publish) {
        new RerunCheck(stores).beforeAnswer(files);
        List<LedgerFile> repeated = new ArrayList<>();
        List<PendingAnswer> drafts = new ArrayList<>();
        AfterCommit after = new AfterCommit(drafts, repeated, publish);
        TransactionSynchronizationManager.registerSynchronization(after);
        List<LedgerFile> own = new ArrayList<>();
        for (LedgerFile file : files) {
            (file.repeatOf() == null ? own : repeated).add(file);
        }
        Map<StreamName, Deque<NextAnswer>> numbers = numbers(own);
        List<AnswerLedger.Told> told = new ArrayList<>();
        for (LedgerFile file : own) {
            NextAnswer next = Objects.requireNonNull(numbers.get(stream(file, file.findings())), "a number was taken")
                    .remove();
            PendingAnswer pending = draft(file, next, contents.of(file, outcomes.get(file.id())));
            drafts.add(pending);
            told.add(new AnswerLedger.Told(
                    pending.answer(), pending.draft().rendered().reasons()));
        }
        stores.answers().record(told);
    }

    /** The next numbers of each stream, as many as files are answered in it. */
    private Map<StreamName, Deque<NextAnswer>> numbers(List<LedgerFile> files) {
        Map<StreamName, Integer> counts = new LinkedHashMap<>();
        files.forEach(file -> counts.merge(stream(file, file.findings()), 1, Integer::sum));
        Map<StreamName, Deque<NextAnswer>> numbers = new HashMap<>();
        stores.streams().next(counts).forEach((stream, next) -> numbers.put(stream, new ArrayDeque<>(next)));
        return numbers;
    }

    private PendingAnswer draft(LedgerFile file, NextAnswer next, AnswerContent content) {
        Organisation owner = turn.owner(file);
        Instant now = stores.clock().now();
        Instant processedAt = file.processedAt();
        // A clock that was set back must not date the answer before what it tells.
        Instant createdAt = processedAt != null && processedAt.isAfter(now) ? processedAt : now;
        Draft draft = publisher.draft(new AnswerHead(next.name(), owner.id(), createdAt), content);
        Answer answer = new Answer(
                file.id(),
                next.sequence(),
                next.name(),
                file.organisation(),
                owner.id(),
                createdAt,
                draft.rendered().digest(),
                draft.rendered().size(),
                false);
        return new PendingAnswer(answer, draft);
    }

    /** Interface, section 1, and section 7 for files whose name or owner cannot be trusted. */
    static StreamName stream(LedgerFile file, List<FileFinding> findings) {
        FileName name = file.fileName();
        String type = findings.isEmpty() ? "BCR" : "FRJ";
        return name == null || findings.stream().anyMatch(finding -> finding.reason() == Reason.FIL00009)
                ? new StreamName(file.organisation() + "01", bcl.wire.Environment.PN, type)
                : name.stream().withType(type);
    }

    /** Publishes what was committed, and throws away what was not. */
    private final class AfterCommit implements TransactionSynchronization {
        private final List<PendingAnswer> drafts;
        private final List<LedgerFile> repeated;
        private final Consumer<List<PendingAnswer>> publish;
        private @Nullable Boolean committed;

        AfterCommit(List<PendingAnswer> drafts, List<LedgerFile> repeated, Consumer<List<PendingAnswer>> publish) {
            this.drafts = drafts;
            this.repeated = repeated;
            this.publish = publish;
        }

        @Override
        public void afterCommit() {
            committed = true;
            publish.accept(drafts);
            if (!repeated.isEmpty()) {
                // The answer that stands may be among those that are just being published.
                publishing.finish();
                publishing.putBack(repeated);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (committed == null) {
                drafts.forEach(pending -> pending.draft().close());
            }
        }
    }
}
