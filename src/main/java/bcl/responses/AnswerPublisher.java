package bcl.responses;

import bcl.ledger.Answer;
import bcl.responses.Publication.AlreadyThere;
import bcl.responses.Publication.Failed;
import bcl.responses.Publication.Published;
import bcl.responses.Publication.Refused;
import bcl.wire.FileName;
import bcl.wire.Home;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Puts answers into {@code outbound/}, each whole and durable under its final name or not at all, and never over another file
 * (docs/architecture.md, "Answer"). In this order: draft, record its digest and commit, publish. After a crash between the
 * two, or for an answer that is to be put back, {@link #draft(Answer, AnswerContent)} makes it again. Thread-safe; one process
 * at a time publishes into a home.
 */
public final class AnswerPublisher {
    private final Home home;
    private final AnswerRenderer renderer;
    private final Executor threads;
    private final Disk disk;

    /** @param threads write the small answers of a batch side by side: most of the time is spent waiting for the disk */
    public AnswerPublisher(Home home, AnswerRenderer renderer, Executor threads) {
        this(home, renderer, threads, Disk.REAL);
    }

    AnswerPublisher(Home home, AnswerRenderer renderer, Executor threads, Disk disk) {
        this.home = home;
        this.renderer = renderer;
        this.threads = threads;
        this.disk = disk;
    }

    /**
     * Renders an answer, to learn its digest before it is recorded. Closing the draft throws it away.
     *
     * @throws StorageFailed if the sealed copy cannot be read or a large answer not be written
     */
    public Draft draft(AnswerHead head, AnswerContent content) {
        FileName name = head.name();
        OutboundFolder folder = folder(name.organisation());
        Spool spool = new Spool(name, folder);
        try {
            Rendered rendered = renderer.render(head, content, spool);
            spool.end();
            return new Draft(name, rendered, folder, spool);
        } catch (IOException e) {
            discard(spool, e);
            throw new StorageFailed("could not make the answer", folder.target(name), e);
        } catch (RuntimeException e) {
            discard(spool, e);
            throw e;
        }
    }

    private static void discard(Spool spool, Exception cause) {
        try {
            spool.discard();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Renders a recorded answer again, with the number and the time that it got first. */
    public Draft draft(Answer answer, AnswerContent content) {
        return draft(AnswerHead.of(answer), content);
    }

    /**
     * Whether a recorded answer needs no draft, since a file of its name lies there: {@link AlreadyThere} or, with other bytes,
     * {@link Refused}. Empty if there is none.
     */
    public Optional<Publication> standing(Answer answer) {
        try {
            return folder(answer.organisation()).compare(answer);
        } catch (IOException e) {
            return Optional.of(failed(answer, e));
        }
    }

    /**
     * Publishes answers whose digests are committed, with one sync for each folder. Closes the drafts. One that fails does not
     * stop the others.
     *
     * @return one result for each, in the same order
     */
    public List<Publication> publish(List<PendingAnswer> batch) {
        return begin(batch).join();
    }

    /** As {@link #publish}, while the caller does something else. */
    public CompletableFuture<List<Publication>> begin(List<PendingAnswer> batch) {
        List<CompletableFuture<Publication>> started = batch.stream()
                .map(pending -> CompletableFuture.supplyAsync(() -> put(pending), threads))
                .toList();
        return all(started)
                .thenCompose(done ->
                        synced(started.stream().map(CompletableFuture::join).toList()));
    }

    /**
     * Removes temporary files that a run before left behind; to be called before the first draft of a run.
     *
     * @return what could not be removed, for each folder; no reason to keep other senders waiting
     */
    public List<StorageFailed> removeLeftovers() {
        List<StorageFailed> failures = new ArrayList<>();
        if (!Files.isDirectory(home.sftp())) {
            return failures;
        }
        try (DirectoryStream<Path> organisations = Files.newDirectoryStream(home.sftp())) {
            for (Path organisation : organisations) {
                removeLeftovers(folder(String.valueOf(organisation.getFileName())), failures);
            }
        } catch (IOException e) {
            throw new StorageFailed("could not remove temporary files below", home.sftp(), e);
        }
        return failures;
    }

    private static void removeLeftovers(OutboundFolder folder, List<StorageFailed> failures) {
        try {
            folder.removeLeftovers();
        } catch (IOException e) {
            failures.add(new StorageFailed("could not remove temporary files from", folder.path(), e));
        }
    }

    private Publication put(PendingAnswer pending) {
        Answer answer = pending.answer();
        try (Draft draft = pending.draft()) {
            if (!pending.isAsRecorded()) {
                return new Refused(
                        answer, "made again, " + answer.name() + " has other bytes than were recorded for it");
            }
            Optional<Publication> standing = folder(answer.organisation()).compare(answer);
            if (standing.isEmpty()) {
                draft.publish();
            }
            return standing.orElseGet(() -> new Published(answer));
        } catch (IOException e) {
            return failed(answer, e);
        } catch (StorageFailed e) {
            return new Failed(answer, e);
        }
    }

    private CompletableFuture<List<Publication>> synced(List<Publication> put) {
        Map<String, CompletableFuture<Optional<IOException>>> folders = new HashMap<>();
        put.stream()
                .filter(AnswerPublisher::liesThere)
                .forEach(result -> folders.computeIfAbsent(
                        result.answer().organisation(),
                        organisation -> CompletableFuture.supplyAsync(() -> sync(organisation), threads)));
        return all(folders.values())
                .thenApply(done -> put.stream()
                        .map(result -> Optional.ofNullable(
                                        liesThere(result)
                                                ? folders.get(result.answer().organisation())
                                                : null)
                                .flatMap(CompletableFuture::join)
                                .<Publication>map(e -> failed(result.answer(), e))
                                .orElse(result))
                        .toList());
    }

    private static boolean liesThere(Publication result) {
        return result instanceof Published || result instanceof AlreadyThere;
    }

    private static CompletableFuture<Void> all(Collection<? extends CompletableFuture<?>> all) {
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private Optional<IOException> sync(String organisation) {
        try {
            folder(organisation).sync();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private Failed failed(Answer answer, IOException e) {
        Path target = folder(answer.organisation()).target(answer.name());
        return new Failed(answer, new StorageFailed("could not publish the answer", target, e));
    }

    private OutboundFolder folder(String organisation) {
        return new OutboundFolder(home.outbound(organisation), disk);
    }
}
