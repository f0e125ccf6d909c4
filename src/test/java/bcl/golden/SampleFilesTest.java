package bcl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.Mprn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sample files promise as a set; whether the engine answers them so is the golden test's question. */
class SampleFilesTest {
    private static final Path ROOT = Path.of("sample-files");
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-21T00:15:00Z"), ZoneOffset.UTC);

    @Test
    void every_contact_code_is_accepted_in_a_case_that_bears_its_name() throws IOException {
        Map<String, String> accepted = new TreeMap<>();
        for (SampleCase sample : SampleCases.discover(ROOT).cases()) {
            for (String code : found("\"L51\",\"AC\",\"[^\"]*\",\"([A-Z]{3})", answers(sample))) {
                accepted.merge(code, sample.name(), (a, b) -> a + " " + b);
            }
        }

        Set<String> codes = firstColumn(Path.of("schemas/contact-codes.csv"));
        assertThat(codes).isNotEmpty();
        assertThat(accepted.keySet()).containsAll(codes);
        assertThat(codes).allMatch(code -> accepted.get(code).contains("accept-" + code.toLowerCase(Locale.ROOT)));
    }

    @Test
    void every_reason_that_an_answer_can_give_is_given_in_some_answer() throws IOException {
        Set<String> given = new TreeSet<>();
        for (SampleCase sample : SampleCases.discover(ROOT).cases()) {
            given.addAll(found("\"S72\",\"([A-Z]{3}[0-9]{5})\"", answers(sample)));
        }

        Set<String> reasons = firstColumn(Path.of("schemas/reason-codes.csv"));
        // FIL00019 is told to the operators alone.
        reasons.remove("FIL00019");
        assertThat(given).isEqualTo(reasons);
    }

    @Test
    void no_two_cases_share_an_organisation_and_every_case_tells_what_it_shows() throws IOException {
        List<String> owners = new ArrayList<>();
        for (SampleCase sample : SampleCases.discover(ROOT).cases()) {
            owners.addAll(sample.owners());
            assertThat(sample.folder().resolve("notes.md")).content().startsWith("# " + sample.name() + "\n\n");
        }

        assertThat(owners).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    @Test
    void index_and_demo_name_cases_that_exist() throws IOException {
        List<String> names = SampleCases.discover(ROOT).cases().stream()
                .map(SampleCase::name)
                .toList();

        List<String> indexed = found("\\| \\[([^]]+)]\\(", Files.readString(ROOT.resolve("README.md")));
        assertThat(indexed).containsExactlyInAnyOrderElementsOf(names);
        assertThat(names).containsAll(Files.readAllLines(ROOT.resolve("demo.txt")));
    }

    @Test
    void meter_points_have_right_check_digits_and_people_are_reached_at_invented_places() throws IOException {
        for (String mprn : firstColumn(ROOT.resolve("reference/meter-points-20261120.csv"))) {
            assertThat(Mprn.hasRightCheckDigits(mprn)).as(mprn).isTrue();
        }
        for (Path file : Folders.below(ROOT)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(found("@([a-z][a-z.]+)", text)).as(file.toString()).allMatch("example.com"::equals);
            assertThat(found("(?:\\+44 |\\b0)(\\d{4} \\d{6})", text))
                    .as(file.toString())
                    .allMatch(n -> n.startsWith("1632 960"));
        }
    }

    @Test
    void an_engine_that_gives_these_answers_passes_and_writes_them_anew_as_they_are(@TempDir Path disk)
            throws IOException {
        Path copy = disk.resolve("sample-files");
        for (Path file : Folders.below(ROOT)) {
            Path target = copy.resolve(ROOT.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }

        FakeEngine judged = new FakeEngine(SampleCases.discover(ROOT));
        Map<String, List<String>> problems =
                new GoldenRun(disk.resolve("judged"), judged, judged, NIGHT).judge(SampleCases.discover(ROOT));
        assertThat(problems)
                .hasSizeGreaterThan(30)
                .allSatisfy((name, wrong) -> assertThat(wrong).isEmpty());

        FakeEngine written = new FakeEngine(SampleCases.discover(ROOT));
        new GoldenRun(disk.resolve("written"), written, written, NIGHT).write(SampleCases.discover(copy));
        assertThat(Folders.below(copy)).hasSameSizeAs(Folders.below(ROOT));
        for (Path file : Folders.below(ROOT)) {
            assertThat(copy.resolve(ROOT.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    private static String answers(SampleCase sample) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : Folders.below(sample.answers())) {
            text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private static Set<String> firstColumn(Path csv) throws IOException {
        Set<String> values = new TreeSet<>();
        Files.readAllLines(csv).stream().skip(1).forEach(row -> values.add(row.substring(0, row.indexOf(','))));
        return values;
    }
}
