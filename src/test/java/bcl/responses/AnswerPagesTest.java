package bcl.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.ledger.Outcome;
import bcl.wire.Reason;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of more contacts than fit a page, made by one thread and by several. */
class AnswerPagesTest {
    private static final int CONTACTS = 9_001;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void pages_made_side_by_side_give_the_bytes_of_one_thread() throws IOException {
        List<Outcome> outcomes = outcomes();
        Path sealed = sealed("");

        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        Rendered one = new AnswerRenderer().render(Samples.HEAD, Samples.result(sealed, outcomes), alone);
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        Rendered several = new AnswerRenderer(threads).render(Samples.HEAD, Samples.result(sealed, outcomes), together);

        assertThat(together.toByteArray()).isEqualTo(alone.toByteArray());
        assertThat(several).isEqualTo(one);
        assertThat(several.reasons()).isEqualTo(Map.of(Reason.REC00003, 1_286L));
        assertThat(together.toString())
                .contains("\"REF-0\"", "\"REF-9000\"")
                .endsWith("\"Z99\"," + (1 + CONTACTS + 2 * 1_286) + "\r\n");
    }

    @Test
    void a_byte_order_mark_moves_no_page() throws IOException {
        List<Outcome> outcomes = outcomes();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        new AnswerRenderer(threads).render(Samples.HEAD, Samples.result(sealed(""), outcomes), plain);

        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        new AnswerRenderer(threads).render(Samples.HEAD, Samples.result(sealed("\uFEFF"), outcomes), marked);

        assertThat(marked.toByteArray()).isEqualTo(plain.toByteArray());
    }

    @Test
    void a_page_that_cannot_be_made_fails_the_answer() throws IOException {
        List<Outcome> outcomes = outcomes();
        Path sealed = sealed("");
        outcomes.set(5_000, Samples.rejected(10_002, Samples.finding(999_999, 3, Reason.REC00003, "L12")));

        assertThatThrownBy(() -> new AnswerRenderer(threads)
                        .render(Samples.HEAD, Samples.result(sealed, outcomes), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no line 999999");
    }

    private static List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < CONTACTS; i++) {
            long line = 2 + 2L * i;
            outcomes.add(
                    i % 7 == 0
                            ? Samples.rejected(line, Samples.finding(line + 1, 3, Reason.REC00003, "L12"))
                            : Samples.accepted(line, 5000000001L + i));
        }
        return outcomes;
    }

    private Path sealed(String before) throws IOException {
        Path sealed = folder.resolve("sealed" + before.length());
        try (BufferedWriter out = Files.newBufferedWriter(sealed)) {
            out.write(before + "A00\n");
            for (int i = 0; i < CONTACTS; i++) {
                out.write("L01,REF-" + i + ",ENQ,,,D,,A REQUESTOR,01214960123,,\nL12,1,SEEN ON SITE\n");
            }
        }
        return sealed;
    }
}
