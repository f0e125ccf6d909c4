package bcl.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void rows_are_found_by_their_first_cell_and_the_last_cell_may_be_quoted() {
        assertThat(Catalogue.read("a-table.csv"))
                .containsExactly(
                        Map.entry("A1", Map.of("code", "A1", "kind", "x", "text", "One, and two")),
                        Map.entry("B2", Map.of("code", "B2", "kind", "y", "text", "\"half")),
                        Map.entry("C3", Map.of("code", "C3", "kind", "z", "text", "half\"")));
    }

    @Test
    void a_table_that_is_broken_or_missing_is_a_mistake_of_the_program() {
        assertThatThrownBy(() -> Catalogue.read("a-broken-table.csv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("schemas/a-broken-table.csv: 2 cells in: A1,x");
        assertThatThrownBy(() -> Catalogue.read("no-table.csv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("schemas/no-table.csv is not on the class path");
    }
}
