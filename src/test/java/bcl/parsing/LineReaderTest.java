package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    private List<String> texts(String content) throws IOException {
        return Parsed.lines(Parsed.file(folder, content)).stream()
                .map(Parsed::text)
                .toList();
    }

    @Test
    void lines_end_with_lf_or_crlf_and_the_last_end_is_optional() throws IOException {
        assertThat(texts("a\nb\r\nc")).containsExactly("a", "b", "c");
        assertThat(texts("a\r\n")).containsExactly("a");
        assertThat(texts("a\n\n")).containsExactly("a", "");
        assertThat(texts("\n")).containsExactly("");
        assertThat(texts("\na")).containsExactly("", "a");
        assertThat(texts("")).isEmpty();
    }

    @Test
    void a_cr_without_lf_is_a_character_also_at_the_end_of_the_file() throws IOException {
        assertThat(texts("a\rb\r\r\nc\r")).containsExactly("a\rb\r", "c\r");
        assertThat(texts("\r")).containsExactly("\r");
        assertThat(texts("\r\n\r")).containsExactly("", "\r");
    }

    @Test
    void a_byte_order_mark_is_dropped_at_the_start_alone() throws IOException {
        List<RawLine> lines = Parsed.lines(Parsed.file(folder, "\u00EF\u00BB\u00BFa\n\u00EF\u00BB\u00BFb"));

        assertThat(lines).extracting(Parsed::text).containsExactly("a", "\u00EF\u00BB\u00BFb");
        assertThat(lines).extracting(RawLine::offset).containsExactly(3L, 5L);
        assertThat(texts("\u00EF\u00BB\u00BF")).isEmpty();
        assertThat(texts("\u00EF\u00BB")).containsExactly("\u00EF\u00BB");
    }

    @Test
    void lines_know_their_number_and_offset() throws IOException {
        Path file = Parsed.file(folder, "ab\r\n\ncde\nf");

        List<RawLine> lines = Parsed.lines(file);

        assertThat(lines).extracting(RawLine::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines).extracting(RawLine::offset).containsExactly(0L, 4L, 5L, 9L);
    }

    @Test
    void reading_can_start_at_any_line() throws IOException {
        Path file = Parsed.file(folder, "ab\r\n\ncde\nf");

        try (LineReader reader = LineReader.open(file, 5, 3)) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.number()).isEqualTo(3);
            assertThat(Parsed.text(reader.line())).isEqualTo("cde");
            assertThat(reader.nextOffset()).isEqualTo(9);
            assertThat(reader.advance()).isTrue();
            assertThat(reader.offset()).isEqualTo(9);
            assertThat(reader.nextOffset()).isEqualTo(10);
            assertThat(reader.advance()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ""})
    void a_line_of_2000_characters_is_kept_and_one_of_2001_is_too_long(String end) throws IOException {
        RawLine longest =
                Parsed.lines(Parsed.file(folder, "x".repeat(2000) + end)).get(0);
        RawLine longer =
                Parsed.lines(Parsed.file(folder, "x".repeat(2001) + end)).get(0);

        assertThat(longest.tooLong()).isFalse();
        assertThat(longest.bytes()).hasSize(2000);
        assertThat(longer.tooLong()).isTrue();
        assertThat(longer.bytes()).hasSize(2001);
    }

    @Test
    void a_cr_that_is_a_character_counts_for_the_length() throws IOException {
        assertThat(Parsed.lines(Parsed.file(folder, "x".repeat(2000) + "\r\n"))
                        .get(0)
                        .tooLong())
                .isFalse();
        assertThat(Parsed.lines(Parsed.file(folder, "x".repeat(2000) + "\r\r\n"))
                        .get(0)
                        .tooLong())
                .isTrue();
        assertThat(Parsed.lines(Parsed.file(folder, "x".repeat(2000) + "\r"))
                        .get(0)
                        .tooLong())
                .isTrue();
    }

    @Test
    void a_bad_character_is_seen_wherever_it_is_but_no_line_end() throws IOException {
        String text = "ok\r\n\u0000\na\u00E9\n~ \n\u007F\n" + "x".repeat(5000) + "\r\n" + "x".repeat(5000) + "\t\n"
                + "x".repeat(300_000) + "\r\r\n" + "x".repeat(300_000) + "\r\n" + "x".repeat(5000) + "\r\r\n"
                + "x".repeat(5000) + "\n" + "x".repeat(300_000) + "\r";

        assertThat(Parsed.lines(Parsed.file(folder, text)))
                .extracting(RawLine::hasBadCharacter)
                .containsExactly(false, true, true, false, true, false, true, true, false, true, false, true);
    }

    @Test
    void the_id_of_a_line_that_is_too_long_is_told_behind_any_number_of_spaces() throws IOException {
        String spaces = " ".repeat(300_000);
        String text = spaces + "L12,x\n" + "\"" + spaces + "L12" + spaces + "\"" + spaces + ",x\n" + spaces + "\n"
                + spaces + ",\n" + spaces + "L 12," + spaces + "\n";

        List<RawLine> lines = Parsed.lines(Parsed.file(folder, text));

        assertThat(lines).allMatch(RawLine::tooLong);
        assertThat(lines)
                .extracting(line -> RecordId.text(line.bytes(), 0, line.bytes().length))
                .containsExactly("L12", "L12", "", "", "L 12");
        assertThat(lines)
                .extracting(line -> RecordId.isBlank(line.bytes(), 0, line.bytes().length))
                .containsExactly(false, false, true, false, false);
    }

    @Test
    void an_empty_line_may_begin_a_file_or_end_where_the_buffer_does() throws IOException {
        String full = "x".repeat(256 * 1024);

        assertThat(texts("\n" + full.substring(1) + "\nb"))
                .hasSize(3)
                .startsWith("")
                .endsWith("b");
        assertThat(texts(full + "\nb\nc")).hasSize(3).endsWith("b", "c");
        assertThat(texts(full + "\n\nc")).hasSize(3).endsWith("", "c");
    }

    @Test
    void a_file_is_not_left_open() throws IOException {
        Path file = Parsed.file(folder, "a\nL01\n");
        assumeThat(OPEN_FILES).as("only Linux tells which files are open").exists();

        try (LineReader lines = LineReader.open(file, 0, 1);
                SentFields sent = SentFields.open(file);
                GroupReader groups = GroupReader.open(file, new Part(0, 1, 2, 2), 0)) {
            assertThat(List.of(lines.advance(), sent.goTo(1), groups.next() != null))
                    .containsOnly(true);
            assertThat(open(file)).isEqualTo(3);
        }
        assertThat(open(file)).isZero();

        assertThatThrownBy(() -> LineReader.open(folder, 0, 1)).isInstanceOf(IOException.class);
        assertThat(open(folder)).isZero();
    }

    private static long open(Path file) throws IOException {
        try (Stream<Path> all = Files.list(OPEN_FILES)) {
            return all.filter(each -> leadsTo(each, file)).count();
        }
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file.toRealPath());
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    @Test
    void it_goes_on_at_any_line_further_on_wherever_its_buffer_ends() throws IOException {
        String line = "x".repeat(99) + "\n";
        Path file = Parsed.file(folder, line.repeat(60_000) + "last");

        for (long to : new long[] {1, 2, 5_000, 30_000, 59_999, 60_000}) {
            try (LineReader reader = LineReader.open(file, 0, 1)) {
                reader.advance();
                reader.seek(to * line.length(), to + 1);

                assertThat(reader.advance()).isTrue();
                assertThat(reader.number()).isEqualTo(to + 1);
                assertThat(reader.offset()).isEqualTo(to * line.length());
                assertThat(reader.length()).isEqualTo(to == 60_000 ? 4 : 99);
                assertThat(reader.advance()).isEqualTo(to < 60_000);
            }
        }
    }

    @Test
    void what_was_read_is_not_read_again_to_go_on_in_it() throws IOException {
        String text = "first\nsecond\nthird\n";
        Path file = Parsed.file(folder, text);
        try (LineReader reader = LineReader.open(file, 6, 2)) {
            Files.writeString(file, "FIRST\nSECOND\nTHIRD\nFOURTH\n");

            for (int from : new int[] {6, 13}) {
                reader.seek(from, from == 6 ? 2 : 3);
                assertThat(reader.advance()).isTrue();
                assertThat(Parsed.text(reader.line())).isEqualTo(from == 6 ? "second" : "third");
            }
            reader.seek(text.length(), 4);
            assertThat(reader.advance()).isFalse();
        }
    }

    @Test
    void lines_are_the_same_wherever_the_buffer_ends() throws IOException {
        for (int shift = 0; shift < 8; shift++) {
            StringBuilder text = new StringBuilder("s".repeat(shift) + "\r\n");
            List<String> expected = new ArrayList<>(List.of("s".repeat(shift)));
            for (int i = 0; i < 60_000; i++) {
                String line = "x".repeat(i % 23);
                expected.add(line);
                text.append(line).append(i % 2 == 0 ? "\r\n" : "\n");
            }

            assertThat(texts(text.toString())).isEqualTo(expected);
        }
    }

    @Test
    void a_line_of_100_megabytes_is_read_past() throws IOException {
        Path file = folder.resolve("long");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Parsed.bytes("a\nL12,"));
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
            out.write(Parsed.bytes("\r\nb"));
        }

        List<RawLine> lines = Parsed.lines(file);

        assertThat(lines).extracting(RawLine::number).containsExactly(1L, 2L, 3L);
        assertThat(lines).extracting(RawLine::tooLong).containsExactly(false, true, false);
        assertThat(lines.get(1).bytes()).hasSizeLessThanOrEqualTo(2001);
        assertThat(lines.get(2).offset()).isEqualTo(2 + 4 + (100L << 20) + 2);
        assertThat(Parsed.text(lines.get(2))).isEqualTo("b");
    }
}
