package bcl.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.Mprn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final Instant YESTERDAY = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void the_same_recipe_gives_the_same_bytes_and_another_seed_does_not() throws IOException {
        Map<String, String> once = generate("once", recipe(7, 200));
        Map<String, String> again = generate("again", recipe(7, 200));
        Map<String, String> other = generate("other", recipe(8, 200));

        assertThat(again).isEqualTo(once);
        assertThat(other.keySet()).isEqualTo(once.keySet());
        assertThat(other.get("sftp/S00/inbound/S0001.PN000001.BCL"))
                .isNotEqualTo(once.get("sftp/S00/inbound/S0001.PN000001.BCL"));
    }

    /** Guards what a seed gives against a change by chance: measurements are compared over versions. */
    @Test
    void a_seed_means_the_same_contact_for_ever() throws IOException {
        Map<String, String> files = generate("home", recipe(1, 20));

        assertThat(files.get("reference/meter-points-20250106.csv")
                        .lines()
                        .skip(1)
                        .findFirst())
                .contains("1000139410,S00,G03,LI,4,D,34494,G4A1000000000");
        assertThat(files.get("sftp/S00/inbound/S0001.PN000001.BCL"))
                .startsWith("\"A00\",1000,\"BCL\",20250106,\"193000\",1\r\n\"L01\",\"R1-0\",\"RFA\",2448700509,");
    }

    @Test
    void all_codes_occur_and_no_code_and_meter_point_of_an_organisation_twice() throws IOException {
        Map<String, String> files = generate("home", recipe(3, 2000));
        Set<String> pairs = new HashSet<>();
        Set<String> codes = new HashSet<>();

        files.forEach((name, text) -> text.lines()
                .filter(line -> line.startsWith("\"L01\""))
                .map(line -> line.split(",", -1))
                .forEach(fields -> {
                    codes.add(fields[2].replace("\"", ""));
                    assertThat(fields[3].isEmpty() || pairs.add(name.substring(0, 8) + fields[2] + fields[3]))
                            .as("%s %s", fields[2], fields[3])
                            .isTrue();
                }));

        assertThat(codes)
                .isEqualTo(ContactCodes.all().stream().map(ContactCode::code).collect(Collectors.toSet()));
    }

    @Test
    void meter_points_have_right_check_digits_and_ascend() throws IOException {
        String snapshot = generate("home", recipe(5, 1)).get("reference/meter-points-20250106.csv");
        List<String> mprns =
                snapshot.lines().skip(1).map(row -> row.substring(0, 10)).toList();

        assertThat(mprns)
                .hasSize(10_000)
                .allMatch(Mprn::hasRightCheckDigits)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void chosen_codes_give_that_many_records_and_large_files_raise_the_limits() throws IOException {
        Recipe additions = new Recipe(1, 11_000, 100_000, 1, 1, 0, 0, List.of("ADD", "UNC"), Recipe.DATE);

        Map<String, String> files = generate("home", additions);

        assertThat(files.get("application.yml")).isEqualTo("bcl:\n  limits:\n    contacts-per-file: 11000\n");
        assertThat(files.get("sftp/S00/inbound/S0001.PN000001.BCL"))
                .contains("\r\n\"L02\",\"P\",")
                .doesNotContain("\"L03\"");
    }

    @Test
    void files_are_as_old_as_the_caller_says() throws IOException {
        generate("home", recipe(1, 1));

        Path file = folder.resolve("home/sftp/S00/inbound/S0001.PN000001.BCL");
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(YESTERDAY);
    }

    @Test
    void nothing_is_written_over() throws IOException {
        generate("home", recipe(1, 1));

        assertThatThrownBy(() -> generate("home", recipe(1, 1))).isInstanceOf(DirectoryNotEmptyException.class);
    }

    @Test
    void what_cannot_be_made_is_refused_by_its_option() {
        assertThatThrownBy(() -> new Recipe(1, 0, 100, 1, 1, 0, 0, List.of(), Recipe.DATE))
                .hasMessage("contacts: 1 to 100000000 is expected, not 0");
        assertThatThrownBy(() -> new Recipe(1, 1, 100, 1, 1, 1.5, 0, List.of(), Recipe.DATE))
                .hasMessage("faults: a share from 0 to 1 is expected");
        Recipe few = new Recipe(1, 1000, 100, 1, 1, 0, 0, List.of("ADD"), Recipe.DATE);
        assertThatThrownBy(() -> generate("few", few)).hasMessageStartingWith("meter-points: too few");
        Recipe nobody = new Recipe(1, 1, 100, 1, 1, 0, 0, List.of("FOM"), Recipe.DATE);
        assertThatThrownBy(() -> generate("nobody", nobody)).hasMessageStartingWith("codes: no organisation");
    }

    private static Recipe recipe(long seed, long contacts) {
        return new Recipe(seed, contacts, 10_000, 10, 10, 0, 0, List.of(), Recipe.DATE);
    }

    private Map<String, String> generate(String name, Recipe recipe) throws IOException {
        Path home = folder.resolve(name);
        Generator.generate(recipe, home, YESTERDAY);
        try (var paths = Files.walk(home)) {
            return paths.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            path -> home.relativize(path).toString(), GeneratorTest::read, (a, b) -> a, TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Fault> faults() {
        return java.util.stream.Stream.concat(FormFaults.ALL.stream(), SubjectFaults.ALL.stream())
                .toList();
    }

    @Test
    void each_fault_is_of_a_kind_of_its_own() {
        assertThat(faults()).extracting(Fault::reason).doesNotHaveDuplicates();
    }
}
