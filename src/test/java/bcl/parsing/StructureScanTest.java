package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.FileStructure;
import bcl.wire.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureScanTest {
    private static final String HEADER = "A00,1,BCL,20230301,193000,1\n";

    @TempDir
    Path folder;

    private FileStructure structure(String content) throws IOException {
        return Parsed.scan(Parsed.file(folder, content)).structure();
    }

    @Test
    void a_good_file_is_told_in_full() throws IOException {
        FileStructure structure = structure(HEADER + "L01\nL12\nX\n\nL01\nZ99,5\n\n  \r\n");

        assertThat(structure.empty()).isFalse();
        assertThat(structure.plainText()).isTrue();
        assertThat(structure.header().line()).isEqualTo(1);
        assertThat(structure.header().number(2)).isEqualTo(1);
        assertThat(structure.trailer().line()).isEqualTo(7);
        assertThat(structure.trailer().number(2)).isEqualTo(5);
        assertThat(structure.lastLine()).isEqualTo(7);
        assertThat(structure.surplusLine()).isZero();
        assertThat(structure.strayLine()).isZero();
        assertThat(structure.records()).isEqualTo(5);
        assertThat(structure.groups()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n  \n\n", "\u00EF\u00BB\u00BF", "\u00EF\u00BB\u00BF\r\n \n", "   "})
    void a_file_without_anything_is_empty(String content) throws IOException {
        FileStructure structure = structure(content);

        assertThat(structure.empty()).isTrue();
        assertThat(structure.plainText()).isTrue();
        assertThat(structure.header()).isNull();
        assertThat(structure.records()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\r", "\"\"", ",", "\u0000", "\u00EF\u00BB", "\u00FF"})
    void a_file_with_anything_is_not_empty(String content) throws IOException {
        assertThat(structure(content).empty()).isFalse();
        assertThat(structure(content).plainText()).isTrue();
        assertThat(structure(content).lastLine()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00FE\u00FF\u0000A",
                "\u00FF\u00FEA\u0000",
                "\u00FF\u00FE",
                "\u0000A\u00000",
                "A\u00000\u0000x",
                "\u0000\u0000\u0000\u0000",
                "\u001F\u008B\u0008",
                "\u001F\u009D",
                "PK\u0003\u0004x",
                "PK\u0005\u0006",
                "BZh91",
                "\u00FD7zXZ\u0000",
                "(\u00B5/\u00FD",
                "7z\u00BC\u00AF'\u001C"
            })
    void a_file_that_is_not_plain_text_is_not_looked_into(String content) throws IOException {
        ScannedFile scanned = Parsed.scan(Parsed.file(folder, content + "\nL01\nZ99"));

        assertThat(scanned.structure().plainText()).isFalse();
        assertThat(scanned.structure().empty()).isFalse();
        assertThat(scanned.structure().groups()).isZero();
        assertThat(scanned.plan().parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\u0000B",
                "\u0000A",
                "PK",
                "A00\u0000",
                "A\u0000\u00000",
                "\u001F",
                "7z",
                "BZ",
                "\u0000AB\u0000"
            })
    void a_few_odd_bytes_do_not_make_it_binary(String content) throws IOException {
        assertThat(structure(content).plainText()).isTrue();
    }

    @Test
    void a_file_in_utf_16_is_known_with_and_without_its_mark() throws IOException {
        Path file = folder.resolve("utf16");
        assertThat(structure("\u0000A\u00000").plainText()).isFalse();

        for (var charset : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
            Files.writeString(file, HEADER, charset);
            assertThat(Parsed.scan(file).structure().plainText()).isFalse();
        }
    }

    @Test
    void the_first_line_must_be_the_header() throws IOException {
        assertThat(structure("\n" + HEADER + "L01\nZ99,1").header()).isNull();
        assertThat(structure("L01\n" + HEADER + "Z99,1").header()).isNull();
        assertThat(structure("\u00EF\u00BB\u00BF" + HEADER + "L01\nZ99,1").header())
                .isNotNull();
        assertThat(structure(" \" A00 \" ,1\nL01\nZ99").header().faults()).containsExactly(Reason.REC00001);
        assertThat(structure("A00,1\u0000\nL01\nZ99").header().hasBadCharacter())
                .isTrue();
        assertThat(structure("A00" + ",".repeat(3000) + "\nL01\nZ99").header().faults())
                .containsExactly(Reason.REC00016);
        assertThat(structure("A00" + ",".repeat(3000) + "\t\nL01\nZ99").header().hasBadCharacter())
                .isTrue();
        assertThat(structure("A00,\"1\nL01\nZ99").header().faults()).containsExactly(Reason.REC00015);
    }

    @Test
    void the_trailer_is_the_last_line_that_is_not_blank() throws IOException {
        FileStructure followed = structure(HEADER + "L01\nZ99,1\nEND\n\n");
        FileStructure missing = structure(HEADER + "L01\nL12\n\n \n");
        FileStructure cut = structure(HEADER + "L01\nZ99,1\r");

        assertThat(followed.trailer()).isNull();
        assertThat(followed.lastLine()).isEqualTo(4);
        assertThat(followed.records()).isEqualTo(1);
        assertThat(missing.trailer()).isNull();
        assertThat(missing.lastLine()).isEqualTo(3);
        assertThat(missing.records()).isEqualTo(2);
        assertThat(cut.trailer().hasBadCharacter()).isTrue();
        assertThat(cut.lastLine()).isEqualTo(3);
    }

    @Test
    void the_surplus_record_is_the_second_header_or_trailer_whichever_comes_first() throws IOException {
        assertThat(structure(HEADER + "L01\n" + HEADER + "Z99\nZ99\n").surplusLine())
                .isEqualTo(3);
        assertThat(structure(HEADER + "L01\nZ99\nZ99\n" + HEADER).surplusLine()).isEqualTo(4);
        assertThat(structure(HEADER + "L01\nZ99\nL01\nZ99\n").surplusLine()).isEqualTo(5);
        assertThat(structure(HEADER + "L01\nZ99\nZ99\n").records()).isEqualTo(2);
        assertThat(structure(HEADER + "L01\nZ99\nA00").surplusLine()).isEqualTo(4);
    }

    @Test
    void a_record_before_the_first_contact_is_a_stray() throws IOException {
        assertThat(structure(HEADER + "L12\nL01\nZ99\n").strayLine()).isEqualTo(2);
        assertThat(structure(HEADER + "\nL01\nZ99\n").strayLine()).isEqualTo(2);
        assertThat(structure(HEADER + HEADER + "L01\nZ99\n").strayLine()).isEqualTo(2);
        assertThat(structure(HEADER + "Z99\nL01\nZ99\n").strayLine()).isEqualTo(2);
        assertThat(structure(HEADER + "Z99,0\n\n").strayLine()).isZero();
        assertThat(structure(HEADER + "Z99,0\n\n").groups()).isZero();
        assertThat(structure(HEADER + "L12\nZ99,1\n").strayLine()).isEqualTo(2);
        assertThat(structure(HEADER + "L12\n").strayLine()).isEqualTo(2);
        assertThat(structure(HEADER).strayLine()).isZero();
        assertThat(structure(HEADER).records()).isZero();
    }

    @Test
    void a_line_too_long_still_has_its_place() throws IOException {
        String spaces = " ".repeat(300_000);

        FileStructure structure =
                structure(HEADER + spaces + "L01,x\n" + spaces + "\nL01" + "x".repeat(300_000) + "\nZ99,3\n" + spaces);

        assertThat(structure.groups()).isEqualTo(1);
        assertThat(structure.records()).isEqualTo(3);
        assertThat(structure.lastLine()).isEqualTo(5);
        assertThat(structure.trailer()).isNotNull();
    }
}
