package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {
    private static String id(String line) {
        return RecordId.text(Parsed.bytes(line), 0, line.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L01",
                "L01,",
                "\"L01\"",
                " L01 ,x",
                "\" L01 \",x",
                "  \"  L01\"  ,\"",
                "\"L01\",\"never closed",
                "L01,a\"b"
            })
    void spaces_and_a_pair_of_quotes_are_cut_whatever_follows(String line) {
        assertThat(id(line)).isEqualTo("L01");
        assertThat(RecordId.layout(Parsed.bytes(line), 0, line.length()).name()).isEqualTo("L01_CONTACT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"",
                "L01\"",
                "\"L01",
                "\"\"L01\"\"",
                "\"L01\" x,",
                "l01",
                "L1",
                "L001",
                "\tL01",
                "L01\r",
                "L 01",
                "'L01'",
                ",L01",
                "L00",
                "L13"
            })
    void anything_else_is_unknown(String line) {
        assertThat(RecordId.layout(Parsed.bytes(line), 0, line.length())).isNull();
    }

    @Test
    void ids_that_are_unknown_are_told_as_they_are() {
        assertThat(id("X\u0000Y,1")).isEqualTo("X\u0000Y");
        assertThat(id("\"L01,1\"")).isEqualTo("\"L01");
        assertThat(id("\"\"L01\"\"")).isEqualTo("\"L01\"");
        assertThat(id("\"")).isEqualTo("\"");
        assertThat(id("\" \"")).isEmpty();
        assertThat(id("\"\"")).isEmpty();
    }

    @Test
    void a_line_of_spaces_is_blank() {
        assertThat(RecordId.isBlank(Parsed.bytes("   "), 0, 3)).isTrue();
        assertThat(RecordId.isBlank(Parsed.bytes(""), 0, 0)).isTrue();
        assertThat(RecordId.isBlank(Parsed.bytes("\t"), 0, 1)).isFalse();
        assertThat(RecordId.isBlank(Parsed.bytes("\"\""), 0, 2)).isFalse();
    }
}
