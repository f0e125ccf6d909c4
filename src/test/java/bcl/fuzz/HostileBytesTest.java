package bcl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.SettableClock;
import bcl.preview.AnswerPreview;
import bcl.reference.ReferenceFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes outside the allowed characters: one byte is one character, and none of them is ever decoded. */
class HostileBytesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "NUL, 00",
        "control, 01",
        "tab, 09",
        "lone CR, 0D",
        "escape, 1B",
        "delete, 7F",
        "C1 control, C285",
        "two bytes, C3A9",
        "three bytes, E282AC",
        "astral, F09F9880",
        "combining, 65CC81",
        "bidi override, E280AE",
        "line separator, E280A8",
        "mark inside, EFBBBF",
        "overlong, C0AF",
        "overlong of three, E080AF",
        "surrogate, EDA080",
        "above the last, F4908080",
        "lone continuation, 80",
        "cut sequence, E282",
        "never in UTF-8, FE",
        "never in UTF-8 either, FF",
        "EBCDIC letters, C1C2C3"
    })
    void a_byte_that_is_not_allowed_rejects_its_contact_alone_and_is_shown_as_one_question_mark(String name, String hex)
            throws IOException {
        String bytes = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
        // Those of ASCII that stand beside it are allowed.
        String shown = bytes.replaceAll("[^ -~]", "?");
        String text = GoodFile.FILE.text().replace("\"SMELL\"", "\"A" + bytes + "Z\"");

        String answer = answer(GoodFile.FILE.with(Specimen.bytes(text)));

        assertThat(answer)
                .contains("\"S72\",\"REC00013\"\r\n\"L52\",8,\"L12\",3,\"NARRATIVE_TEXT\",\"A" + shown
                        + "Z\",\"Character is not allowed\"\r\n")
                .containsOnlyOnce("S72")
                .contains(",6,5,1,0,");
    }

    @ParameterizedTest
    @CsvSource({
        "1F8B08",
        "1F9D90",
        "504B0304",
        "504B0506",
        "504B0708",
        "425A68",
        "FD377A585A00",
        "28B52FFD",
        "377ABCAF271C",
        "FEFF",
        "FFFE"
    })
    void a_compressed_file_is_told_by_its_first_bytes_and_not_unpacked(String magic) throws IOException {
        String bomb = new String(HexFormat.of().parseHex(magic), StandardCharsets.ISO_8859_1) + GoodFile.FILE.text();

        String answer = answer(GoodFile.FILE.with(Specimen.bytes(bomb)));

        assertThat(answer).contains("\"S72\",\"FIL00016\"\r\n").containsOnlyOnce("S72");
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_echoed_as_it_was_sent() throws IOException {
        String text = GoodFile.FILE
                .text()
                .replace("\"C1\"", "\"=1+1\"")
                .replace("\"C2\"", "\"@A\"")
                .replace("\"C3\"", "-2");

        String answer = answer(GoodFile.FILE.with(Specimen.bytes(text)));

        assertThat(answer)
                .contains("\"AC\",\"=1+1\",")
                .contains("\"AC\",\"@A\",")
                .contains("\"AC\",\"-2\",");
    }

    /** A form that took its time over a near miss would stand out by orders of magnitude. */
    @Test
    void near_misses_of_every_form_take_no_time() throws IOException {
        StringBuilder text = new StringBuilder("\"A00\",41001,\"BCL\",20261120,\"183000\",1\r\n");
        int records = 0;
        for (int i = 0; i < 300; i++) {
            String near = i % 3 == 0 ? "a".repeat(1_700) : i % 3 == 1 ? "1 ".repeat(850) : "@.".repeat(850);
            text.append("L01,R%d,ENQ,,%s!,,,X,1,,\r\n".formatted(i, "A-".repeat(900)));
            text.append("L03,,%s!,1,,\r\nL03,,AB,%s!,,\r\nL03,,AB,,%s!,\r\n".formatted(near, near, near));
            text.append(
                    "L02,H,,,,6,,,X,,Y,,%s!,%s!,\r\nL11,%s!,\r\n".formatted("A9".repeat(400), "9A".repeat(400), near));
            records += 6;
        }
        text.append("Z99,").append(records).append("\r\n");
        long from = System.nanoTime();

        String answer = answer(GoodFile.FILE.with(Specimen.bytes(text.toString())));

        assertThat(answer).contains(",300,0,300,0,");
        assertThat((System.nanoTime() - from) / 1_000_000_000).as("seconds").isLessThan(20);
    }

    private String answer(Specimen sent) throws IOException {
        ReferenceFolder.Usable reference = (ReferenceFolder.Usable) ReferenceFolder.read(Specimen.reference());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = Files.write(folder.resolve(sent.name()), sent.bytes());
        new AnswerPreview(reference, Target.LIMITS, new SettableClock(Instant.parse("2026-11-21T00:15:00Z")))
                .write(file, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
