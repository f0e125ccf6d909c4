package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {
    private final Splitter splitter = new Splitter();

    private List<String> fields(String line) {
        assertThat(splitter.split(Parsed.bytes(line), 0, line.length())).isTrue();
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= splitter.count(); i++) {
            fields.add(splitter.text(i));
        }
        return fields;
    }

    @Test
    void commas_part_fields_and_trailing_empty_ones_count() {
        assertThat(fields("a,b")).containsExactly("a", "b");
        assertThat(fields("a,")).containsExactly("a", "");
        assertThat(fields(",,")).containsExactly("", "", "");
        assertThat(fields("")).containsExactly("");
        assertThat(fields(",".repeat(2000))).hasSize(2001).containsOnly("");
    }

    @Test
    void quotes_may_enclose_a_field_and_hold_commas_and_doubled_quotes() {
        assertThat(fields("\"a,b\",\"\",\"x\"\"y\"")).containsExactly("a,b", "", "x\"y");
        assertThat(fields("\"\"\"\",\"\"\"\"\"\"")).containsExactly("\"", "\"\"");
        assertThat(fields("\"A,\"\"B\"\",C\",x")).containsExactly("A,\"B\",C", "x");
    }

    @Test
    void spaces_are_cut_around_and_inside_quotes_and_kept_within() {
        assertThat(fields("  a b , \" c  d \" ,\"   \",   ")).containsExactly("a b", "c  d", "", "");
        assertThat(fields(" \" \"\" \" ")).containsExactly("\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b",
                "ab\"",
                "x,a \"b\"",
                "\"a\"b",
                "\"a\" b",
                "\"a\" \"b\"",
                "\"a",
                "x,\"",
                "\"a\"\"",
                "\"\"\"",
                "\"a,b",
                "\"\"a",
                "\t\"a\"",
                "\"a\"\t",
                "\"a\"\u0000,b"
            })
    void quotes_inside_text_behind_or_never_closed_are_refused(String line) {
        assertThat(splitter.split(Parsed.bytes(line), 0, line.length())).isFalse();
    }

    @Test
    void bad_characters_are_told_by_field() {
        fields("a,\"b\u0000\",c\u00FF,\"\td\",\u007F, e ");

        assertThat(List.of(1, 2, 3, 4, 5, 6))
                .filteredOn(splitter::hasBadCharacter)
                .containsExactly(2, 3, 4, 5);
    }

    @Test
    void a_range_within_a_buffer_is_split_alone() {
        byte[] bytes = Parsed.bytes("xx,\"a,\"b\",c");

        assertThat(splitter.split(bytes, 7, 3)).isFalse();
        assertThat(splitter.split(bytes, 0, 3)).isTrue();
        assertThat(splitter.count()).isEqualTo(2);
    }
}
