package bcl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.Layouts;
import bcl.wire.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedTablesTest {
    @Test
    void the_catalogue_of_reasons_is_the_table_of_the_document() {
        List<List<String>> published = InterfaceDocument.table("## 8. Reason codes");

        List<List<String>> ours = Arrays.stream(Reason.values())
                .map(reason -> List.of(reason.name(), reason.level().name().toLowerCase(Locale.ROOT), reason.text()))
                .toList();

        assertThat(ours).isEqualTo(published);
    }

    @Test
    void the_limits_of_child_records_are_those_of_the_hierarchy() {
        Map<String, Integer> published = InterfaceDocument.table("## 3. Hierarchy of `BCL`").stream()
                .filter(row -> row.get(0).equals("2"))
                .collect(Collectors.toMap(
                        row -> row.get(1).substring(0, 3),
                        row -> Integer.valueOf(row.get(2).replace("up to ", ""))));

        assertThat(ChildRecords.LIMITS).isEqualTo(published);
    }

    @Test
    void every_child_record_has_a_layout() {
        assertThat(ChildRecords.LIMITS.keySet())
                .allSatisfy(id -> assertThat(Layouts.inbound().find(id)).isNotNull());
    }
}
