package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bcl.wire.Layouts;
import bcl.wire.RecordLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beanio.InvalidRecordException;
import org.junit.jupiter.api.Test;

/** The mappings say what the published tables say. */
class SchemaTest {
    private static final Pattern TITLE = Pattern.compile("\\*\\*(([A-Z][0-9]{2})_[A-Z_]+)\\*\\* \\((\\d+) fields\\)");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| ([A-Z_]+) \\| ([MOC]) \\| ([TND]) \\| (\\d+) \\| .*");

    /** A short text field whose rule begins with values in code quotes; what follows the first sentence is about rules. */
    private static final Pattern LIST_ROW =
            Pattern.compile("\\| \\d+ \\| ([A-Z_]+) \\| [MOC] \\| T \\| [12] \\| \\d+ \\| (`[A-Z]{1,2}`[^.]*).*");

    private static final Pattern QUOTED = Pattern.compile("`([A-Z]{1,2})`");

    private static Map<String, List<String>> tables(String from, String to) throws IOException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("docs/interface.md"))) {
            inside = line.startsWith(from) || (inside && !line.startsWith(to));
            Matcher title = TITLE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (inside && title.matches()) {
                rows = new ArrayList<>(List.of(title.group(3) + " fields"));
                tables.put(title.group(1), rows);
            } else if (inside && row.matches()) {
                rows.add(String.join(
                        " ",
                        row.group(1),
                        row.group(2),
                        row.group(3).equals("M") ? "M" : "-",
                        row.group(4),
                        row.group(5)));
            }
        }
        return tables;
    }

    private static Map<String, List<String>> mapped(Layouts layouts) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (RecordLayout layout : layouts.all()) {
            List<String> rows = new ArrayList<>(List.of(layout.fields().size() + " fields"));
            layout.fields()
                    .forEach(field -> rows.add(String.join(
                            " ",
                            "" + field.number(),
                            field.name(),
                            field.mandatory() ? "M" : "-",
                            "" + field.domain(),
                            "" + field.length())));
            tables.put(layout.name(), rows);
        }
        return tables;
    }

    @Test
    void the_inbound_mapping_is_section_4() throws IOException {
        Map<String, List<String>> tables = tables("## 4.", "## 5.");

        assertThat(tables).hasSize(14);
        assertThat(mapped(Layouts.inbound())).isEqualTo(tables);
    }

    @Test
    void the_outbound_mapping_is_section_6_with_the_header_and_trailer_of_section_4() throws IOException {
        Map<String, List<String>> tables = tables("## 6.", "## 7.");
        Map<String, List<String>> common = tables("## 4.", "## 5.");
        tables.put("A00_STANDARD_HEADER", common.get("A00_STANDARD_HEADER"));
        tables.put("Z99_STANDARD_TRAILER", common.get("Z99_STANDARD_TRAILER"));

        assertThat(mapped(Layouts.outbound())).isEqualTo(tables);
    }

    @Test
    void the_values_that_a_rule_lists_are_those_of_the_mapping() throws IOException {
        Map<String, Set<String>> published = new TreeMap<>();
        String record = "";
        for (String line : Files.readAllLines(Path.of("docs/interface.md"))) {
            Matcher title = TITLE.matcher(line);
            Matcher row = LIST_ROW.matcher(line);
            if (line.startsWith("## 5.")) {
                break;
            }
            if (title.matches()) {
                record = title.group(1);
            } else if (row.matches()) {
                Set<String> values = new TreeSet<>();
                QUOTED.matcher(row.group(2)).results().forEach(value -> values.add(value.group(1)));
                published.put(record + "." + row.group(1), values);
            }
        }

        assertThat(published).hasSize(14);
        assertThat(mappedLists()).isEqualTo(published);
    }

    /** The alternatives of text fields, by record and field. */
    private static Map<String, Set<String>> mappedLists() throws IOException {
        Map<String, Set<String>> lists = new TreeMap<>();
        String record = "";
        for (String line : Files.readAllLines(Path.of("schemas/bcl-inbound.xml"))) {
            Matcher start = Pattern.compile(".*<record name=\"([^\"]+)\".*").matcher(line);
            Matcher field = Pattern.compile(".*<field name=\"([^\"]+)\".* format=\"([A-Z|]+)\".*")
                    .matcher(line);
            if (start.matches()) {
                record = start.group(1);
            } else if (field.matches()) {
                lists.put(
                        record + "." + field.group(1),
                        new TreeSet<>(List.of(field.group(2).split("\\|"))));
            }
        }
        return lists;
    }

    @Test
    void BeanIO_itself_refuses_what_the_mapping_does_not_allow() {
        String[] fields = {"L05", "20230230", "1234567890123", "", "x", ""};

        InvalidRecordException refused = catchThrowableOfType(
                InvalidRecordException.class,
                () -> Mapping.strict(Layouts.inbound().get("L05")).unmarshal(fields));

        assertThat(refused.getRecordContext().getFieldErrors())
                .containsOnlyKeys("READ_DATE", "METER_READING", "READ_TYPE", "ROUND_THE_CLOCK_COUNT");
        assertThat(refused.getRecordContext().getFieldErrors().values())
                .extracting(codes -> codes.iterator().next())
                .containsExactlyInAnyOrder("REC00005", "REC00003", "REC00002", "REC00004");
    }

    @Test
    void the_lenient_mapping_differs_in_what_is_required_alone() {
        Object record = Mapping.lenient(Layouts.inbound().get("L12")).unmarshal(new String[] {"L12", "", ""});

        assertThat((List<?>) record).hasSize(3);
        assertThat(((List<?>) record).get(0)).isEqualTo("L12");
        assertThat(catchThrowableOfType(
                        InvalidRecordException.class,
                        () -> Mapping.lenient(Layouts.inbound().get("L12")).unmarshal(new String[] {"L12", "x", ""})))
                .isNotNull();
    }
}
