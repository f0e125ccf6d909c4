package bcl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/reliability.md promises about itself: no fault and no invariant is missing, and whatever it names is there. */
class ReliabilityDocTest {
    private static final Path DOCUMENTS = Path.of("docs");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path SAMPLES = Path.of("sample-files");
    private static final Pattern ROW = Pattern.compile("\\| (I?\\d+) \\|[^|]+\\|[^|]+\\|([^|]+)\\|");
    /** A test, alone or with its method, as code or to be run. */
    private static final Pattern NAMED = Pattern.compile("(?:`|-Dtest=)([A-Z]\\w*Test)\\b(?:\\.(\\w+))?");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SAMPLE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)+");

    @Test
    void every_fault_and_every_invariant_has_one_row() throws IOException {
        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(1, 96).forEach(row -> expected.add(Integer.toString(row)));
        IntStream.rangeClosed(1, 20).forEach(row -> expected.add("I" + row));

        assertThat(rows().stream().map(row -> row.group(1))).containsExactlyElementsOf(expected);
    }

    @Test
    void every_row_names_tests_or_says_that_there_is_none() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            String shown = row.group(2);
            if (!shown.contains("not shown by a test")) {
                assertThat(NAMED.matcher(shown).find()).as(row.group()).isTrue();
            }
        });
    }

    @Test
    void every_test_that_a_document_names_exists() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path document : documents()) {
            for (MatchResult name :
                    NAMED.matcher(Files.readString(document)).results().toList()) {
                named++;
                String source = tests.getOrDefault(name.group(1), "");
                String wanted = name.group(2) == null ? "class " + name.group(1) + " " : "void " + name.group(2) + "(";
                if (!source.contains(wanted)) {
                    missing.add(document + ": " + name.group());
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(200);
    }

    @Test
    void everything_else_that_shows_a_row_is_a_sample_file() throws IOException {
        List<String> samples = rows().stream()
                .flatMap(row -> CODE.matcher(row.group(2)).results())
                .map(code -> code.group(1))
                .filter(code -> !NAMED.matcher("`" + code).matches())
                .toList();

        assertThat(samples).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample).matches(SAMPLE);
            assertThat(SAMPLES.resolve(sample)).isDirectory();
        });
    }

    private static List<MatchResult> rows() throws IOException {
        return Files.readAllLines(DOCUMENTS.resolve("reliability.md")).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .toList();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Sources by the simple name of their class. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
