package bcl.responses;

import static bcl.responses.Samples.DIGEST;
import static bcl.responses.Samples.HEAD;
import static bcl.responses.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.ledger.Totals;
import bcl.wire.FileFinding;
import bcl.wire.FileName;
import bcl.wire.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerRendererTest {
    @TempDir
    Path folder;

    @Test
    void the_worked_example_is_answered_to_the_byte() throws IOException {
        String expected = lines(
                "\"A00\",1234,\"BCR\",20230302,\"001512\",1",
                "\"L50\",\"XYZ01.PN000042.BCL\",42,20230301,\"193207\",20230302,\"001510\",3,2,1,0,20230228,\"" + DIGEST
                        + "\"",
                "\"L51\",\"AC\",\"SHP-0001\",\"MNC\",,5000000001,\"AACA\",2",
                "\"L51\",\"AC\",\"SHP-0002\",\"DUP\",9900001207,5000000002,\"AACA\",7",
                "\"L51\",\"RJ\",\"SHP-0003\",\"DUP\",1234567890,,,9",
                "\"S72\",\"MPR00002\"",
                "\"L52\",9,\"L01\",4,\"METER_POINT_REFERENCE\",\"1234567890\",\"Check digits of the meter point reference are wrong\"",
                "\"Z99\",6");

        String answer = text(HEAD, Samples.workedExample(folder));

        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void the_rejected_file_of_the_worked_example_is_answered_to_the_byte() throws IOException {
        FileRejection rejection = rejection("XYZ01.PN000042.BCL", new FileFinding(Reason.FIL00011, 1));
        AnswerHead head = Samples.head("XYZ01.PN000001.FRJ", Instant.parse("2023-03-03T00:15:02Z"));
        String expected = lines(
                "\"A00\",1234,\"FRJ\",20230303,\"001502\",1",
                "\"L53\",\"XYZ01.PN000042.BCL\",42,20230302,\"201455\",\"" + DIGEST + "\"",
                "\"S72\",\"FIL00011\"",
                "\"L52\",1,,,,,\"Generation number was used before with other content\"",
                "\"Z99\",3");

        assertThat(text(head, rejection)).isEqualTo(expected);
    }

    @Test
    void times_are_uk_local_time_in_summer_too() throws IOException {
        FileRejection rejection = new FileRejection(
                "x",
                null,
                Instant.parse("2026-07-31T23:30:00.999Z"),
                DIGEST,
                List.of(new FileFinding(Reason.FIL00001, 1)));
        AnswerHead head = Samples.head("XYZ01.PN000001.FRJ", Instant.parse("2026-08-01T02:03:04Z"));

        assertThat(text(head, rejection))
                .contains("20260801,\"030304\",1")
                .contains("\"L53\",\"x\",,20260801,\"003000\"");
    }

    @Test
    void reasons_of_a_file_are_told_by_code_and_once_and_at_most_fifteen() throws IOException {
        List<FileFinding> many = new ArrayList<>();
        Arrays.stream(Reason.values())
                .filter(reason -> reason.name().startsWith("FIL"))
                .forEach(reason -> many.add(0, new FileFinding(reason, 3)));
        many.add(new FileFinding(Reason.FIL00008, 9));

        List<String> answer = text(HEAD, rejection("XYZ01.PN000042.BCL", many.toArray(FileFinding[]::new)))
                .lines()
                .toList();

        assertThat(answer).hasSize(3 + 2 * 15).last().isEqualTo("\"Z99\",31");
        assertThat(answer.stream().filter(line -> line.startsWith("\"S72\"")))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(answer).contains("\"L52\",3,,,,,\"More than one A00 or Z99\"");
    }

    @Test
    void a_rejected_file_has_a_reason() {
        assertThatIllegalArgumentException().isThrownBy(() -> rejection("XYZ01.PN000042.BCL"));
    }

    @Test
    void a_hostile_name_is_shown_with_one_question_mark_a_character_and_cut_at_50() throws IOException {
        FileFinding form = new FileFinding(Reason.FIL00001, 1);
        String name = "contacts für € 100, “quoted” and much longer than fifty characters.BCL";

        assertThat(text(HEAD, rejection(name, form)))
                .contains("\"L53\",\"contacts f?r ? 100, ?quoted? and much longer than \",,2023");
        assertThat(text(HEAD, rejection("a\uD83D\uDE00\t\"b\"", form))).contains("\"L53\",\"a??\"\"b\"\"\",,2023");
        assertThat(text(HEAD, rejection("\uD83D\uDE00".repeat(60), form)))
                .contains("\"L53\",\"" + "?".repeat(50) + "\",,");
    }

    @Test
    void the_result_tells_digest_size_and_reasons() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Rendered rendered = new AnswerRenderer().render(HEAD, Samples.workedExample(folder), out);

        byte[] sha = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        assertThat(rendered.digest()).isEqualTo(HexFormat.of().formatHex(sha));
        assertThat(rendered.size()).isEqualTo(out.size());
        assertThat(rendered.reasons()).containsOnly(java.util.Map.entry(Reason.MPR00002, 1L));
    }

    @Test
    void the_same_answer_made_again_has_the_same_bytes() throws IOException {
        FileResult result = Samples.workedExample(folder);

        assertThat(text(HEAD, result)).isEqualTo(text(HEAD, result));
    }

    @Test
    void outcomes_that_do_not_add_up_to_the_totals_are_not_answered() throws IOException {
        FileResult worked = Samples.workedExample(folder);
        FileResult wrong = new FileResult(
                worked.fileName(),
                worked.receivedAt(),
                worked.processedAt(),
                new Totals(3, 0, 0),
                worked.referenceDate(),
                worked.digest(),
                worked.outcomes(),
                worked.sealed());

        assertThatIllegalStateException().isThrownBy(() -> text(HEAD, wrong)).withMessageContaining("totals");
    }

    @Test
    void an_outcome_of_a_line_that_the_copy_has_not_is_not_answered() throws IOException {
        FileResult result =
                Samples.result(Samples.sealed(folder, "\"A00\"\n"), List.of(Samples.accepted(7, 5000000001L)));

        assertThatIllegalStateException().isThrownBy(() -> text(HEAD, result)).withMessageContaining("line 7");
    }

    @Test
    void a_stream_that_refuses_is_an_error_and_not_a_short_answer() throws IOException {
        FileResult result = Samples.workedExample(folder);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> new AnswerRenderer().render(HEAD, result, full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static FileRejection rejection(String name, FileFinding... findings) {
        @Nullable FileName parsed = FileName.parse(name).orElse(null);
        return new FileRejection(name, parsed, Instant.parse("2023-03-02T20:14:55Z"), DIGEST, List.of(findings));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}
