package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

class AnswerMapperTest {
    private final AnswerMapper mapper = new AnswerMapper();

    private String printed(String id, Object... values) {
        return CSVFormat.RFC4180
                .builder()
                .setQuoteMode(QuoteMode.NON_NUMERIC)
                .get()
                .format(mapper.map(id, Arrays.asList(values)));
    }

    @Test
    void text_is_quoted_and_numbers_and_dates_are_not() {
        assertThat(printed("A00", 1234L, "BCR", LocalDate.of(2023, 3, 2), "001512", 1))
                .isEqualTo("\"A00\",1234,\"BCR\",20230302,\"001512\",1");
        assertThat(printed("S72", "MPR00002")).isEqualTo("\"S72\",\"MPR00002\"");
        assertThat(printed("Z99", 6)).isEqualTo("\"Z99\",6");
    }

    @Test
    void an_empty_field_is_nothing_between_commas() {
        assertThat(printed("L51", "RJ", null, "", null, null, null, 9L)).isEqualTo("\"L51\",\"RJ\",,,,,,9");
        assertThat(printed("L52", 1, null, null, null, null, "File is empty"))
                .isEqualTo("\"L52\",1,,,,,\"File is empty\"");
    }

    @Test
    void quotes_and_commas_of_a_value_survive() {
        assertThat(printed("L51", "AC", "A,\"B\",C", "ENQ", null, 5000000001L, "AACA", 2))
                .isEqualTo("\"L51\",\"AC\",\"A,\"\"B\"\",C\",\"ENQ\",,5000000001,\"AACA\",2");
    }

    @Test
    void one_record_leaves_nothing_for_the_next() {
        printed("L51", "AC", "R", "ENQ", 6123406L, 5000000001L, "AACA", 2);

        assertThat(printed("L51", "RJ", null, null, null, null, null, 9)).isEqualTo("\"L51\",\"RJ\",,,,,,9");
    }

    @Test
    void values_that_do_not_fit_the_table_are_a_mistake_of_the_program() {
        assertThatThrownBy(() -> mapper.map("Z99", List.of())).hasMessageContaining("Z99");
        assertThatThrownBy(() -> mapper.map("Z99", Arrays.asList((Object) null)))
                .hasMessageContaining("RECORD_COUNT");
        assertThatThrownBy(() -> mapper.map("S72", List.of("MPR000023"))).hasMessageContaining("too long");
        assertThatThrownBy(() -> mapper.map("L99", List.of())).hasMessageContaining("L99");
    }
}
