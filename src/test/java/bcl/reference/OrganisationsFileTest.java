package bcl.reference;

import static bcl.reference.ReferenceFiles.ORGANISATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.Organisation;
import bcl.wire.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationsFileTest {
    private static final String GOOD = "XYZ,1234,Example Ltd,S,Y\n";

    @TempDir
    private Path folder;

    @Test
    void every_row_becomes_an_organisation() {
        List<Organisation> read = good(ORGANISATIONS + GOOD + "A1B,1,\"Gas, \"\"Two\"\" Ltd\",G,N\n");

        assertThat(read)
                .containsExactly(
                        new Organisation("XYZ", 1234, "Example Ltd", Role.S, true),
                        new Organisation("A1B", 1, "Gas, \"Two\" Ltd", Role.G, false));
    }

    @Test
    void columns_are_found_by_name_in_any_order() {
        assertThat(good("bulk,role,name,organisation_id,short_code\nY,S,Example Ltd,1234,XYZ\n"))
                .containsExactly(new Organisation("XYZ", 1234, "Example Ltd", Role.S, true));
    }

    @Test
    void a_byte_order_mark_CRLF_and_names_beyond_ASCII_are_read() {
        assertThat(good("\ufeff" + (ORGANISATIONS + "XYZ,1234,Gwynedd Nŵy,S,Y\n").replace("\n", "\r\n")))
                .containsExactly(new Organisation("XYZ", 1234, "Gwynedd Nŵy", Role.S, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    XY,1234,Example,S,Y       | short_code      | is not a capital letter and two capital letters or digits
                    1XY,1234,Example,S,Y      | short_code      | is not a capital letter and two capital letters or digits
                    xyz,1234,Example,S,Y      | short_code      | is not a capital letter and two capital letters or digits
                    ,1234,Example,S,Y         | short_code      | is not a capital letter and two capital letters or digits
                    XYZ,,Example,S,Y          | organisation_id | is not a number of 1 to 10 digits
                    XYZ,12345678901,Ex,S,Y    | organisation_id | is not a number of 1 to 10 digits
                    XYZ,+1,Example,S,Y        | organisation_id | is not a number of 1 to 10 digits
                    XYZ,１２,Example,S,Y      | organisation_id | is not a number of 1 to 10 digits
                    XYZ,1234,"  ",S,Y         | name            | is not 1 to 400 characters
                    XYZ,1234,Example,X,Y      | role            | is none of S G I M D U
                    XYZ,1234,Example,,Y       | role            | is none of S G I M D U
                    XYZ,1234,Example,S,y      | bulk            | is neither Y nor N
                    XYZ,1234,Example,S        |                 | 4 columns instead of 5
                    XYZ,1234,Example,S,Y,     |                 | 6 columns instead of 5
                    ""                        |                 | 1 columns instead of 5
                    XYZ,1234,"Example,S,Y     |                 | a quote is not closed
                    XYZ,1234,Ex"ample,S,Y     |                 | a quote is inside a field that does not begin with one
                    XYZ,1234,"Example" Ltd,S,Y|                 | text follows a closing quote
                    """)
    void a_bad_line_is_named(String line, String column, String problem) {
        Refused refused = refused(ORGANISATIONS + "ABC,9,First,G,N\n" + line + "\nDEF,10,Last,G,N\n");

        assertThat(refused.lines()).containsExactly(new BadLine(3, column, problem));
        assertThat(refused.badLines()).isEqualTo(1);
        assertThat(refused.describe()).contains("organisations.csv is refused", "line 3", problem);
    }

    @Test
    void every_bad_line_and_every_bad_column_is_named() {
        Refused refused = refused(ORGANISATIONS + "bad,bad,,X,Z\n" + GOOD + "\n" + "XYZ,1234,Again,S,Y\n");

        assertThat(refused.badLines()).isEqualTo(3);
        assertThat(refused.lines())
                .extracting(BadLine::line, BadLine::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "bulk"),
                        org.assertj.core.groups.Tuple.tuple(2L, "name"),
                        org.assertj.core.groups.Tuple.tuple(2L, "organisation_id"),
                        org.assertj.core.groups.Tuple.tuple(2L, "role"),
                        org.assertj.core.groups.Tuple.tuple(2L, "short_code"),
                        org.assertj.core.groups.Tuple.tuple(4L, null),
                        org.assertj.core.groups.Tuple.tuple(5L, "organisation_id"),
                        org.assertj.core.groups.Tuple.tuple(5L, "short_code"));
        assertThat(refused.describe()).contains("is also in line 3").doesNotContain("Again");
    }

    @Test
    void bytes_that_are_not_UTF8_are_named_by_line() {
        byte[] content = (ORGANISATIONS + GOOD + "ABC,1,N\u00e9,S,Y\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(content).lines()).containsExactly(new BadLine(3, null, "the line is not UTF-8"));
    }

    @Test
    void a_control_character_or_a_lone_CR_is_named_by_line() {
        assertThat(refused(ORGANISATIONS + GOOD + "ABC,1,N\0,S,Y\nABD,2,N\rX,S,Y\nABE,3,N\tX,S,Y\nABF,4,N,S,Y\n")
                        .lines())
                .containsExactly(
                        new BadLine(3, null, "the line has a control character"),
                        new BadLine(4, null, "the line has a control character"),
                        new BadLine(5, null, "the line has a control character"));
    }

    @Test
    void a_last_line_without_line_end_is_named() {
        assertThat(refused(ORGANISATIONS + GOOD + "ABC,1,Example,S,Y").lines())
                .containsExactly(new BadLine(3, null, "the line has no line end, so the file may be incomplete"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    short_code,organisation_id,name,role                  | lacks bulk
                    short_code,organisation_id,name,role,bulk,note        | has an unknown name in column 6
                    short_code,organisation_id,name,role,bulk,name        | names name twice
                    Short_Code,organisation_id,name,role,bulk             | lacks short_code
                    short_code;organisation_id;name;role;bulk             | lacks short_code, organisation_id, name, role, bulk
                    XYZ,1234,Example Ltd,S,Y                              | lacks short_code, organisation_id, name, role, bulk
                    """)
    void a_wrong_header_row_is_explained(String header, String problem) {
        assertThat(refused(header + "\n" + GOOD).problem()).contains("header row (line 1) " + problem);
    }

    @Test
    void files_without_rows_are_refused() {
        assertThat(refused("").problem()).contains("empty");
        assertThat(refused(ORGANISATIONS).problem()).contains("no rows");
        assertThat(refused(ORGANISATIONS.strip()).problem()).contains("no whole line");
        assertThat(refused("\n").problem()).contains("header row");
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_refused_in_little_memory() throws IOException {
        Path path = folder.resolve("organisations.csv");
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write((ORGANISATIONS + "XYZ,1234,\"").getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                out.write(megabyte);
            }
            out.write(("\",S,Y\n" + GOOD).getBytes(StandardCharsets.US_ASCII));
        }

        Refused refused = refusal(OrganisationsFile.read(SourceFile.look(path)));

        assertThat(refused.lines()).containsExactly(new BadLine(2, null, "the line is longer than 4000 bytes"));
    }

    @Test
    void the_longest_line_is_read_and_one_byte_more_is_not() {
        String most = "XYZ,1234," + " ".repeat(LineGuard.LONGEST_LINE - 14) + "N,S,Y";

        assertThat(most).hasSize(LineGuard.LONGEST_LINE);
        assertThat(good(ORGANISATIONS + most + "\n")).hasSize(1);
        assertThat(refused(ORGANISATIONS + "X" + most + "\n").lines())
                .containsExactly(new BadLine(2, null, "the line is longer than 4000 bytes"));
    }

    @Test
    void more_bad_lines_than_are_named_are_counted() {
        Refused refused = refused(ORGANISATIONS + "bad\n".repeat(5000));

        assertThat(refused.badLines()).isEqualTo(5000);
        assertThat(refused.lines())
                .hasSize(BadLines.NAMED)
                .first()
                .extracting(BadLine::line)
                .isEqualTo(2L);
        assertThat(refused.lines()).last().extracting(BadLine::line).isEqualTo(BadLines.NAMED + 1L);
        assertThat(refused.describe()).endsWith("and 4000 more lines");
    }

    @Test
    void a_file_that_changed_since_it_was_looked_at_is_refused() throws IOException {
        Path path = ReferenceFiles.write(folder, "organisations.csv", ORGANISATIONS + GOOD);
        SourceFile source = SourceFile.look(path);
        var modified = Files.getLastModifiedTime(path);

        Files.writeString(path, ORGANISATIONS + GOOD.replace('Y', 'N'));
        Files.setLastModifiedTime(path, modified);

        assertThat(refusal(OrganisationsFile.read(source)).problem()).contains("changed while it was read");
    }

    @Test
    void a_file_that_is_gone_is_refused() throws IOException {
        Path path = ReferenceFiles.write(folder, "organisations.csv", ORGANISATIONS + GOOD);
        SourceFile source = SourceFile.look(path);

        Files.delete(path);

        assertThat(refusal(OrganisationsFile.read(source)).problem()).contains("cannot be read");
    }

    private List<Organisation> good(String content) {
        return ((Attempt.Done<List<Organisation>>) read(content.getBytes(StandardCharsets.UTF_8))).value();
    }

    private Refused refused(String content) {
        return refused(content.getBytes(StandardCharsets.UTF_8));
    }

    private Refused refused(byte[] content) {
        return refusal(read(content));
    }

    private static Refused refusal(Attempt<List<Organisation>> attempt) {
        return ((Attempt.NotDone<List<Organisation>>) attempt).refused();
    }

    private Attempt<List<Organisation>> read(byte[] content) {
        try {
            return OrganisationsFile.read(SourceFile.look(ReferenceFiles.write(folder, "organisations.csv", content)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
