package bcl.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.night.SettableClock;
import bcl.night.StopRequest;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T00:00:00Z"));
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void it_tells_how_much_is_done_of_how_much_how_fast_and_how_long_it_will_take() {
        try (ProgressBar bar = bar("files", true)) {
            bar.left(1200);
            assertThat(last()).isEqualTo("[----------]  0% 0 of 1,200 files");

            clock.advance(Duration.ofSeconds(10));
            bar.at(300, 1200);

            assertThat(drawn(bar)).isEqualTo("[##--------] 25% 300 of 1,200 files, 30/s, 30 s left");
        }
    }

    @Test
    void how_many_there_will_be_is_told_by_those_done_so_far_where_only_the_bytes_are_known() {
        try (ProgressBar bar = new ProgressBar("contacts", false, session(true), clock)) {
            bar.left(100_000);
            assertThat(last()).isEqualTo("[----------]  0% 0 contacts");

            clock.advance(Duration.ofMinutes(2));
            bar.done(500, 50_000);
            bar.left(150_000);

            assertThat(drawn(bar)).isEqualTo("[##--------] 25% 500 of ~2,000 contacts, 4.2/s, 6 min 0 s left");
        }
    }

    @Test
    void a_line_never_is_longer_than_a_narrow_terminal_and_a_shorter_one_leaves_nothing_of_the_one_before() {
        try (ProgressBar bar = bar("points and contacts", true)) {
            bar.left(100_000_000_000L);
            clock.advance(Duration.ofHours(50));
            bar.done(11_111_111_111L, 11_111_111_111L);
            assertThat(drawn(bar)).hasSize(ProgressBar.WIDTH);

            bar.left(0);
            bar.draw();

            assertThat(last()).hasSize(ProgressBar.WIDTH).startsWith("[##########] 100% 11,111,111,111 of ");
        }
    }

    @Test
    void nothing_to_do_is_all_done() {
        try (ProgressBar bar = bar("files", true)) {
            bar.at(0, 0);

            assertThat(last()).isEqualTo("[##########] 100% 0 of 0 files");
        }
    }

    @Test
    void it_is_taken_back_at_the_end_and_not_drawn_again() {
        ProgressBar bar = bar("kills", true);
        bar.left(8);

        bar.close();
        bar.left(7);

        assertThat(text()).endsWith("\r" + " ".repeat("[----------]  0% 0 of 8 kills".length()) + "\r");
    }

    @Test
    void where_there_is_no_terminal_nothing_is_printed_at_all() {
        try (ProgressBar bar = bar("kills", false)) {
            bar.left(8);
            bar.at(1, 8);
        }

        assertThat(text()).isEmpty();
    }

    private ProgressBar bar(String unit, boolean terminal) {
        return new ProgressBar(unit, true, session(terminal), clock);
    }

    private Session session(boolean terminal) {
        return new Session(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Path.of(""),
                terminal,
                new StopRequest());
    }

    private String drawn(ProgressBar bar) {
        bar.draw();
        return last().stripTrailing();
    }

    private String last() {
        String[] drawings = text().split("\r");
        return drawings[drawings.length - 1];
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
