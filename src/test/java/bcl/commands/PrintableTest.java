package bcl.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void names_are_ascii_or_escaped() {
        assertThat(Printable.of("XYZ01.PN000042.BCL")).isEqualTo("XYZ01.PN000042.BCL");
        assertThat(Printable.of("a\u001b\u007f\u0085\u202E\u00e9")).isEqualTo("a\\u001B\\u007F\\u0085\\u202E\\u00E9");
        assertThat(Printable.of("\ud83d\ude00")).isEqualTo("\\uD83D\\uDE00");
    }

    @Test
    void long_names_are_cut_and_say_so() {
        assertThat(Printable.of("x".repeat(1000))).hasSize(123).endsWith("x...");
    }

    @Test
    void prose_keeps_letters_and_drops_what_moves_the_cursor_or_the_reading_direction() {
        assertThat(Printable.prose("caf\u00e9 12")).isEqualTo("caf\u00e9 12");
        assertThat(Printable.prose("a\u202Eb\r\n\u05d0")).isEqualTo("a\\u202Eb\\u000D\\u000A\\u05D0");
    }
}
