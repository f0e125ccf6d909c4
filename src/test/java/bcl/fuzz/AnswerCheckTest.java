package bcl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.night.SettableClock;
import bcl.night.UkTime;
import bcl.preview.AnswerPreview;
import bcl.reference.ReferenceFolder;
import bcl.wire.Organisation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge that never objects would prove nothing: right answers pass, each spoiled one does not. */
class AnswerCheckTest {
    private static final Instant NIGHT = Instant.parse("2026-11-21T00:15:00Z");
    private static final Specimen SENT = GoodFile.FILE.with(Specimen.bytes(GoodFile.FILE
            .text()
            .replace("\"L08\"", "\"L13\"")
            .replace("\"L07\",9902000204,,", "\"L07\",9902000204,,,")
            .replace("SMELL", "SM\u00E9LL")));

    @TempDir
    private Path folder;

    private String answer = "";
    private Organisation owner = new Organisation("S00", 1, "", bcl.wire.Role.S, true);

    @BeforeEach
    void answered() throws IOException {
        ReferenceFolder.Usable reference = (ReferenceFolder.Usable) ReferenceFolder.read(Specimen.reference());
        owner = reference.organisations().find("S00").orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = Files.write(folder.resolve(SENT.name()), SENT.bytes());
        new AnswerPreview(reference, Target.LIMITS, new SettableClock(NIGHT)).write(file, out);
        answer = out.toString(StandardCharsets.ISO_8859_1);
    }

    private void check(String text) {
        new AnswerCheck(SENT, owner, UkTime.localDate(NIGHT), Target.LIMITS, false).check(Specimen.bytes(text));
    }

    @Test
    void the_right_answer_passes_and_none_passes_that_lacks_or_doubles_a_line() {
        check(answer);

        String[] lines = answer.split("(?<=\r\n)");
        assertThat(lines).hasSizeGreaterThan(12);
        for (int i = 0; i < lines.length; i++) {
            String[] without = lines.clone();
            without[i] = "";
            String[] twice = lines.clone();
            twice[i] = lines[i] + lines[i];
            assertThatThrownBy(() -> check(String.join("", without))).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> check(String.join("", twice))).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "REC00008,REC00009",
                "REC00001,REC00015",
                "REC00013,REC00004",
                "\"SM?LL\",\"SMALL\"",
                "\"C4\",\"C5\"",
                "\"AC\",\"RJ\"",
                "\"RJ\",\"AC\"",
                "\"L13\",\"L08\"",
                "NARRATIVE_TEXT,NARRATIVE",
                "\"BCR\",\"FRJ\"",
                "9902000103,9902000104",
                "~,1\r~,~,2\r~",
                "~\r\n~,~\n~"
            })
    void an_answer_that_says_something_else_does_not_pass(String right, String wrong) {
        assertThat(answer).contains(right);

        String spoiled = answer.replace(right, wrong);

        assertThatThrownBy(() -> check(spoiled)).isInstanceOf(AssertionError.class);
    }
}
