package bcl.responses;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.bulk.BulkInsert;
import bcl.ledger.Answer;
import bcl.ledger.AnswerLedger;
import bcl.ledger.FileLedger;
import bcl.ledger.LedgerFile;
import bcl.ledger.NewFile;
import bcl.ledger.Outcome;
import bcl.ledger.OutcomeLedger;
import bcl.ledger.Totals;
import bcl.responses.Publication.Published;
import bcl.testsupport.Databases;
import bcl.testsupport.TestDatabase;
import bcl.wire.FileFinding;
import bcl.wire.Home;
import bcl.wire.Reason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers of what a real ledger holds. */
class LedgerAnswersTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private FileLedger files;
    private OutcomeLedger outcomes;
    private AnswerLedger answers;
    private AnswerPublisher publisher;

    @BeforeEach
    void open() {
        database = Databases.H2.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        jdbc.update("insert into snapshot (snapshot_date, digest, row_count, index_name, loaded_at, in_force)"
                + " values (date '2023-02-28', 'x', 1, 'x', current_timestamp, true)");
        files = new FileLedger(jdbc);
        outcomes = new OutcomeLedger(jdbc, new BulkInsert(database.dataSource()));
        answers = new AnswerLedger(jdbc);
        publisher = new AnswerPublisher(new Home(folder), new AnswerRenderer(), Runnable::run);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_decided_file_is_answered_from_the_ledger_and_again_with_the_same_bytes() throws IOException {
        LedgerFile file = decided(Samples.WORKED_OUTCOMES);
        Path sealed = Samples.sealed(folder, Samples.WORKED_FILE);
        FileResult result = FileResult.of(file, Samples.SNAPSHOT, outcomes, sealed);

        Draft draft = publisher.draft(Samples.HEAD, result);
        answers.record(answer(file, draft), draft.rendered().reasons());
        Answer recorded = answers.of(file.id()).orElseThrow();
        List<Publication> first = publisher.publish(List.of(new PendingAnswer(recorded, draft)));

        Path published = folder.resolve("sftp/XYZ/outbound/XYZ01.PN000001.BCR");
        assertThat(first).containsExactly(new Published(recorded));
        assertThat(published).hasContent(Samples.text(Samples.HEAD, Samples.workedExample(folder)));
        assertThat(answers.reasons()).isEqualTo(Map.of(Reason.MPR00002, 1L));
        Files.delete(published);
        publisher.publish(List.of(new PendingAnswer(recorded, publisher.draft(recorded, result))));
        assertThat(published).hasContent(Samples.text(Samples.HEAD, Samples.workedExample(folder)));
    }

    @Test
    void a_rejected_file_is_answered_from_the_ledger() throws IOException {
        LedgerFile taken = files.get(take());
        files.reject(taken, List.of(new FileFinding(Reason.FIL00006, 12)), false, Samples.PROCESSED);

        String answer = Samples.text(
                Samples.head("XYZ01.PN000009.FRJ", Samples.CREATED), FileRejection.of(files.get(taken.id())));

        assertThat(answer.lines())
                .contains(
                        "\"L53\",\"XYZ01.PN000042.BCL\",42,20230301,\"193207\",\"" + Samples.DIGEST + "\"",
                        "\"S72\",\"FIL00006\"",
                        "\"L52\",12,,,,,\"Last record is not Z99, or data follows it\"");
    }

    @Test
    void a_hundred_thousand_contacts_are_answered_in_pages() throws IOException {
        int contacts = 100_000;
        List<Outcome> all = new ArrayList<>(contacts);
        Path sealed = folder.resolve("large");
        try (BufferedWriter out = Files.newBufferedWriter(sealed)) {
            out.write("A00\n");
            for (int i = 0; i < contacts; i++) {
                long line = 2 + 2L * i;
                out.write("L01,REF-" + i + ",ENQ,,,D,,A REQUESTOR,01214960123,,\nL12,1,SEEN ON SITE\n");
                all.add(
                        i % 10 == 0
                                ? Samples.rejected(line, Samples.finding(line + 1, 3, Reason.REC00003, "L12"))
                                : Samples.accepted(line, 5000000001L + i));
            }
        }
        FileResult result = FileResult.of(decided(all), Samples.SNAPSHOT, outcomes, sealed);
        LineCounter counter = new LineCounter();

        Rendered rendered = new AnswerRenderer().render(Samples.HEAD, result, counter);

        assertThat(counter.lines).isEqualTo(3L + contacts + 2L * contacts / 10);
        assertThat(rendered.reasons()).isEqualTo(Map.of(Reason.REC00003, 10_000L));
        assertThat(rendered.digest())
                .isEqualTo(new AnswerRenderer()
                        .render(Samples.HEAD, Samples.result(sealed, all), OutputStream.nullOutputStream())
                        .digest());
    }

    @Test
    void pages_end_where_the_outcomes_end_also_at_the_border_of_a_page() {
        for (int count : new int[] {0, 1, 1999, 2000, 2001, 4000}) {
            List<Outcome> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(Samples.rejected(2L + i, Samples.finding(2L + i, 0, Reason.REC00016, "L01")));
            }
            long id = take();
            database.transactions().executeWithoutResult(status -> outcomes.insert(Map.of(id, all)));

            assertThat(new OutcomePages(outcomes, id)).containsExactlyElementsOf(all);
        }
    }

    private long take() {
        return files.take(new NewFile("XYZ", "XYZ01.PN000042.BCL", Samples.DIGEST, 1, Samples.RECEIVED));
    }

    private LedgerFile decided(List<Outcome> all) {
        LedgerFile taken = files.get(take());
        files.open(taken, 1, all.size(), 5000000001L);
        database.transactions().executeWithoutResult(status -> outcomes.insert(Map.of(taken.id(), all)));
        Totals totals = outcomes.totals(List.of(taken.id())).getOrDefault(taken.id(), Totals.NONE);
        files.decide(files.get(taken.id()), totals, Samples.PROCESSED);
        LedgerFile file = files.get(taken.id());
        assertThat(Gate.broken(file, all.size(), totals, totals.accepted())).isEmpty();
        return file;
    }

    private static Answer answer(LedgerFile file, Draft draft) {
        Rendered rendered = draft.rendered();
        return new Answer(
                file.id(), 1, draft.name(), "XYZ", 1234, Samples.CREATED, rendered.digest(), rendered.size(), false);
    }

    /** Keeps nothing. */
    private static final class LineCounter extends OutputStream {
        private long lines;

        @Override
        public void write(int b) {
            lines += b == '\n' ? 1 : 0;
        }
    }
}
