package bcl.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.ledger.Answer;
import bcl.responses.Publication.AlreadyThere;
import bcl.responses.Publication.Failed;
import bcl.responses.Publication.Published;
import bcl.responses.Publication.Refused;
import bcl.wire.FileFinding;
import bcl.wire.FileName;
import bcl.wire.Home;
import bcl.wire.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerPublisherTest {
    @TempDir
    Path folder;

    private Home home;
    private Path outbound;
    private AnswerPublisher publisher;
    private FileResult worked;

    @BeforeEach
    void makeHome() throws IOException {
        home = new Home(folder.resolve("home"));
        outbound = home.outbound("XYZ");
        publisher = publisher(Disk.REAL);
        worked = Samples.workedExample(folder);
    }

    @Test
    void an_answer_appears_whole_under_its_name_and_alone_and_a_missing_folder_is_made() throws IOException {
        Draft draft = publisher.draft(Samples.HEAD, worked);
        assertThat(outbound).doesNotExist();

        assertThat(publisher.publish(List.of(pending(draft)))).singleElement().isInstanceOf(Published.class);

        assertThat(names(outbound)).containsExactly("XYZ01.PN000001.BCR");
        assertThat(outbound.resolve("XYZ01.PN000001.BCR")).hasContent(Samples.text(Samples.HEAD, worked));
    }

    @Test
    void an_answer_that_lies_there_already_with_the_same_bytes_is_done() throws IOException {
        Answer answer = publish(worked);

        assertThat(publisher.standing(answer)).containsInstanceOf(AlreadyThere.class);
        assertThat(publisher.publish(List.of(new PendingAnswer(answer, publisher.draft(answer, worked)))))
                .containsExactly(new AlreadyThere(answer));
        assertThat(names(outbound)).containsExactly("XYZ01.PN000001.BCR");
    }

    @Test
    void another_file_under_the_name_is_never_overwritten() throws IOException {
        Files.createDirectories(outbound);
        Draft draft = publisher.draft(Samples.HEAD, worked);
        Answer answer = recorded(draft);
        Path target = Files.writeString(outbound.resolve("XYZ01.PN000001.BCR"), "x".repeat((int) answer.size()));

        assertThat(publisher.standing(answer)).containsInstanceOf(Refused.class);
        assertThat(publisher.publish(List.of(new PendingAnswer(answer, draft))))
                .singleElement()
                .isInstanceOf(Refused.class);
        assertThat(target).hasContent("x".repeat((int) answer.size()));
        assertThat(names(outbound)).hasSize(1);
    }

    @Test
    void a_folder_or_a_link_under_the_name_is_not_touched() throws IOException {
        Draft draft = publisher.draft(Samples.HEAD, worked);
        Answer answer = recorded(draft);
        Files.createDirectories(outbound);
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), Samples.text(Samples.HEAD, worked));
        Files.createSymbolicLink(outbound.resolve("XYZ01.PN000001.BCR"), elsewhere);

        assertThat(publisher.publish(List.of(new PendingAnswer(answer, draft))))
                .singleElement()
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_answer_that_was_collected_is_put_back_with_the_same_bytes() throws IOException {
        Answer answer = publish(worked);
        Files.delete(outbound.resolve("XYZ01.PN000001.BCR"));

        assertThat(publisher.standing(answer)).isEmpty();
        assertThat(publisher.publish(List.of(new PendingAnswer(answer, publisher.draft(answer, worked)))))
                .containsExactly(new Published(answer));
        assertThat(outbound.resolve("XYZ01.PN000001.BCR")).hasContent(Samples.text(Samples.HEAD, worked));
    }

    @Test
    void bytes_that_are_not_those_recorded_are_not_published() throws IOException {
        Answer answer = publish(worked);
        Files.delete(outbound.resolve("XYZ01.PN000001.BCR"));
        Path altered = Samples.sealed(folder, Samples.WORKED_FILE.replace("SHP-0003", "SHP-0004"));

        Draft again = publisher.draft(answer, Samples.result(altered, Samples.WORKED_OUTCOMES));

        assertThat(publisher.publish(List.of(new PendingAnswer(answer, again))))
                .singleElement()
                .isInstanceOf(Refused.class);
        assertThat(names(outbound)).isEmpty();
    }

    @Test
    void a_large_answer_is_drafted_into_a_hidden_file_and_then_only_renamed() throws IOException {
        FileResult large = large();
        Draft draft = publisher.draft(Samples.HEAD, large);
        assertThat(draft.rendered().size()).isGreaterThan(Spool.KEPT);
        assertThat(names(outbound))
                .singleElement()
                .asString()
                .startsWith(".XYZ01.PN000001.BCR.")
                .endsWith(".tmp");

        publisher.publish(List.of(pending(draft)));

        assertThat(names(outbound)).containsExactly("XYZ01.PN000001.BCR");
        assertThat(outbound.resolve("XYZ01.PN000001.BCR")).hasContent(Samples.text(Samples.HEAD, large));
    }

    @Test
    void a_draft_that_is_thrown_away_leaves_nothing() throws IOException {
        try (Draft draft = publisher.draft(Samples.HEAD, large())) {
            assertThat(draft.name()).isEqualTo(Samples.HEAD.name());
        }

        assertThat(names(outbound)).isEmpty();
    }

    @Test
    void temporary_files_of_a_run_before_are_removed_and_nothing_else() throws IOException {
        Answer answer = publish(worked);
        Files.writeString(outbound.resolve(".XYZ01.PN000002.BCR.0123456789abcdef.tmp"), "half");
        Files.writeString(outbound.resolve(".profile"), "the sender's own");
        Files.writeString(home.sftp().resolve("note.txt"), "an operator's own");

        assertThat(publisher.removeLeftovers()).isEmpty();

        assertThat(names(outbound)).containsExactlyInAnyOrder(answer.name().toString(), ".profile");
        assertThat(publisher(Disk.REAL).removeLeftovers()).isEmpty();
        assertThat(new AnswerPublisher(new Home(folder.resolve("none")), new AnswerRenderer(), Runnable::run)
                        .removeLeftovers())
                .isEmpty();
    }

    @Test
    void a_full_disk_fails_the_answer_and_leaves_nothing_half_written() throws IOException {
        AnswerPublisher full = publisher(AnswerPublisherTest::fullDisk);
        Draft draft = full.draft(Samples.HEAD, worked);
        Answer answer = recorded(draft);

        assertThat(full.publish(List.of(new PendingAnswer(answer, draft))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.cause())
                                .hasMessageContaining("XYZ01.PN000001.BCR")
                                .hasMessageContaining("No space left"));
        assertThat(names(outbound)).isEmpty();
    }

    @Test
    void a_full_disk_fails_a_large_draft_and_leaves_nothing_half_written() throws IOException {
        AnswerPublisher full = publisher(AnswerPublisherTest::fullDisk);
        FileResult large = large();

        assertThatThrownBy(() -> full.draft(Samples.HEAD, large))
                .isInstanceOf(StorageFailed.class)
                .hasMessageContaining("No space left");
        assertThat(names(outbound)).isEmpty();
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_a_failure_of_that_answer_alone() throws IOException {
        Files.createDirectories(outbound.getParent());
        Files.writeString(outbound, "a file");
        Draft draft = publisher.draft(Samples.HEAD, worked);
        Draft other = publisher.draft(Samples.head("ABC01.PN000001.BCR", Samples.CREATED), worked);

        assertThat(publisher.publish(List.of(pending(draft), pending(other))))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Failed.class),
                        second -> assertThat(second).isInstanceOf(Published.class));
        assertThat(names(home.outbound("ABC"))).containsExactly("ABC01.PN000001.BCR");
    }

    @Test
    void a_sealed_copy_that_is_gone_is_a_storage_failure() {
        FileResult gone = Samples.result(folder.resolve("gone"), Samples.WORKED_OUTCOMES);

        assertThatThrownBy(() -> publisher.draft(Samples.HEAD, gone))
                .isInstanceOf(StorageFailed.class)
                .hasMessageContaining("gone");
    }

    @Test
    void many_answers_are_published_by_several_threads_none_lost_none_twice() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            AnswerPublisher several = new AnswerPublisher(home, new AnswerRenderer(), threads);
            List<PendingAnswer> batch = IntStream.rangeClosed(1, 500)
                    .mapToObj(i -> String.format(Locale.ROOT, "%s01.PN%06d.FRJ", i % 2 == 0 ? "XYZ" : "ABC", i))
                    .map(name -> several.draft(Samples.head(name, Samples.CREATED), rejection()))
                    .map(AnswerPublisherTest::pending)
                    .toList();

            List<Publication> results = several.publish(batch);

            assertThat(results).hasSize(500).allMatch(Published.class::isInstance);
            assertThat(results.stream().map(Publication::answer).toList())
                    .isEqualTo(batch.stream().map(PendingAnswer::answer).toList());
            assertThat(names(home.outbound("XYZ"))).hasSize(250);
            assertThat(names(home.outbound("ABC"))).hasSize(250).noneMatch(name -> name.startsWith("."));
        } finally {
            threads.shutdownNow();
        }
    }

    private AnswerPublisher publisher(Disk disk) {
        return new AnswerPublisher(home, new AnswerRenderer(), Runnable::run, disk);
    }

    private Answer publish(FileResult result) {
        PendingAnswer pending = pending(publisher.draft(Samples.HEAD, result));
        assertThat(publisher.publish(List.of(pending))).containsExactly(new Published(pending.answer()));
        return pending.answer();
    }

    private static PendingAnswer pending(Draft draft) {
        return new PendingAnswer(recorded(draft), draft);
    }

    private static Answer recorded(Draft draft) {
        FileName name = draft.name();
        Rendered rendered = draft.rendered();
        return new Answer(
                7,
                name.number(),
                name,
                name.organisation(),
                1234,
                Samples.CREATED,
                rendered.digest(),
                rendered.size(),
                false);
    }

    private FileResult large() throws IOException {
        StringBuilder file = new StringBuilder("A00\n");
        List<bcl.ledger.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            file.append("L01,REF-").append(i).append(",ENQ,,,D,,A,01214960123,,\n");
            outcomes.add(Samples.accepted(2 + i, 5000000001L + i));
        }
        return Samples.result(Files.writeString(folder.resolve("large"), file), outcomes);
    }

    private static FileRejection rejection() {
        return new FileRejection(
                "XYZ01.PN000042.BCL",
                null,
                Samples.RECEIVED,
                Samples.DIGEST,
                List.of(new FileFinding(Reason.FIL00003, 1)));
    }

    /** The file can be made, but takes no byte. */
    private static FileChannel fullDisk(Path path) throws IOException {
        Files.createFile(path);
        return FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }
}
