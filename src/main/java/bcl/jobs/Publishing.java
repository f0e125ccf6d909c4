package bcl.jobs;

import bcl.ledger.Answer;
import bcl.ledger.FileState;
import bcl.ledger.LedgerFile;
import bcl.ledger.Notice;
import bcl.responses.AnswerPublisher;
import bcl.responses.Inconsistent;
import bcl.responses.PendingAnswer;
import bcl.responses.Publication;
import bcl.responses.StorageFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts recorded answers into {@code outbound/} and moves their files to ANSWERED. Belongs to the thread of the run. What fails stays as it is and is tried again by
 * the next look or the next run; an answer that must not be published holds its file.
 */
final class Publishing {
    private final Stores stores;
    private final AnswerPublisher publisher;
    private final AnswerContents contents;
    private final TransactionTemplate newTransaction;
    private final NightReport report;
    private @Nullable CompletableFuture<List<Publication>> begun;

    /** @param newTransaction opens a transaction of its own even after another one's commit */
    Publishing(
            Stores stores,
            AnswerPublisher publisher,
            AnswerContents contents,
            TransactionTemplate newTransaction,
            NightReport report) {
        this.stores = stores;
        this.publisher = publisher;
        this.contents = contents;
        this.newTransaction = newTransaction;
        this.report = report;
    }

    /** Publishes answers that were recorded and whose drafts are at hand. */
    void publish(List<PendingAnswer> drafts) {
        sync(drafts);
        settle(publisher.publish(drafts));
    }

    /**
     * The same while the caller goes on: the disk works on these answers while the processors work on the next files. They are
     * settled with the next ones, or by {@link #finish()}.
     */
    void begin(List<PendingAnswer> drafts) {
        CompletableFuture<List<Publication>> earlier = begun;
        sync(drafts);
        begun = publisher.begin(drafts);
        if (earlier != null) {
            settle(earlier.join());
        }
    }

    /** Waits for what was begun and settles it. */
    void finish() {
        CompletableFuture<List<Publication>> last = begun;
        begun = null;
        if (last != null) {
            settle(last.join());
        }
    }

    /** Publishes what an earlier run recorded and did not publish: made again, with the same bytes. */
    void publishLeft(Predicate<LedgerFile> which) {
        List<LedgerFile> repeated = new ArrayList<>();
        List<LedgerFile> finished = new ArrayList<>(stores.files().inState(FileState.REJECTED));
        finished.addAll(stores.files().inState(FileState.DECIDED));
        finished.removeIf(which.negate());
        for (LedgerFile file : finished) {
            if (file.repeatOf() == null) {
                again(file, file);
            } else {
                repeated.add(file);
            }
        }
        putBack(repeated);
    }

    /** For deliveries that repeat an earlier one: its answer stands, and is put back if it is no longer there. */
    void putBack(List<LedgerFile> repeated) {
        for (LedgerFile file : repeated) {
            Long earlier = file.repeatOf();
            if (earlier != null && again(stores.files().get(earlier), file)) {
                newTransaction.executeWithoutResult(status -> finish(List.of(file.id())));
            }
        }
    }

    /**
     * Whether the answer lies in {@code outbound/} now.
     *
     * @param waiting the file that is finished by it, or is held if the answer cannot be made again
     */
    private boolean again(LedgerFile file, LedgerFile waiting) {
        try {
            Answer answer = answerOf(file.id());
            Optional<Publication> standing = publisher.standing(answer);
            List<Publication> publications =
                    standing.isPresent() ? List.of(standing.get()) : publisher.publish(madeAgain(file, answer));
            if (publications.get(0) instanceof Publication.Refused refused) {
                refuse(refused, waiting.id());
                return false;
            }
            return settle(publications);
        } catch (StorageFailed e) {
            report.failed("the answer of file " + file.id(), String.valueOf(e.getMessage()));
        } catch (InvariantBroken | Inconsistent | IOException e) {
            hold(waiting, e);
        }
        return false;
    }

    private List<PendingAnswer> madeAgain(LedgerFile file, Answer answer) throws IOException {
        new SealedCheck(stores.home()).check(file);
        stores.answers().sync();
        return List.of(new PendingAnswer(answer, publisher.draft(answer, contents.of(file, null))));
    }

    /** One answer that cannot be made again must not keep the others waiting, tonight or in any later night. */
    private void hold(LedgerFile file, Exception failure) {
        newTransaction.executeWithoutResult(status -> new Holding(stores).holdIfUnfinished(file.id(), failure));
    }

    private void sync(List<PendingAnswer> drafts) {
        try {
            stores.answers().sync();
        } catch (RuntimeException e) {
            // The next run makes them again.
            drafts.forEach(pending -> pending.draft().close());
            throw e;
        }
    }

    private Answer answerOf(long fileId) {
        return stores.answers()
                .of(fileId)
                .orElseThrow(() -> new InvariantBroken("file " + fileId + " is decided and has no answer recorded"));
    }

    private boolean settle(List<Publication> publications) {
        List<Answer> done = new ArrayList<>();
        for (Publication publication : publications) {
            if (publication instanceof Publication.Refused refused) {
                refuse(refused, refused.answer().fileId());
            } else if (publication instanceof Publication.Failed failed) {
                report.failed(
                        "answer " + failed.answer().name(),
                        String.valueOf(failed.cause().getMessage()));
            } else {
                done.add(publication.answer());
            }
        }
        if (!done.isEmpty()) {
            newTransaction.executeWithoutResult(status -> {
                List<Long> files = done.stream().map(Answer::fileId).toList();
                stores.answers().published(files, stores.clock().now());
                finish(files);
            });
        }
        return done.size() == publications.size();
    }

    /** An operator may have held one in the meantime: too late, its answer has gone out. */
    private void finish(List<Long> ids) {
        List<LedgerFile> finished = stores.files().chunks().lock(ids).stream()
                .filter(file -> !file.state().isFinished())
                .toList();
        stores.files().chunks().answered(finished);
        finished.forEach(report::answered);
        new RerunCheck(stores).afterAnswer(finished);
    }

    private void refuse(Publication.Refused refused, long fileId) {
        Answer answer = refused.answer();
        report.failed("answer " + answer.name(), refused.reason());
        newTransaction.executeWithoutResult(status -> {
            LedgerFile file = stores.files().lock(fileId);
            stores.operators()
                    .notice(new Notice(
                            stores.clock().now(),
                            "ANSWER_REFUSED",
                            file.id(),
                            answer.name().toString(),
                            refused.reason()));
            if (!file.state().isFinished() && file.state() != FileState.HELD) {
                stores.files().hold(file, refused.reason());
            }
        });
    }
}
