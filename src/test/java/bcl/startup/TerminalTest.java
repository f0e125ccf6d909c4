package bcl.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {
    /** Both streams go to one screen. */
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private final PrintStream screen = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    private final Terminal terminal = new Terminal(screen);
    private final PrintStream out = terminal.out(screen);
    private final PrintStream err = terminal.err();

    @Test
    void whatever_is_printed_takes_the_place_of_the_bar_and_leaves_nothing_of_it() {
        err.print("[###] 3 of 10\r");
        err.print("[####] 4 of 10\r");
        out.println("Checked");
        err.print("[#####] 5 of 10\r");
        err.println("Failed");
        err.print("[######] 6\r");
        err.print("          \r");
        out.println("Done");

        assertThat(seen()).containsExactly("Checked", "Failed", "Done");
    }

    @Test
    void a_line_that_is_not_complete_yet_is_not_drawn_over() {
        out.print("\"A00\",41027,");
        err.print("[###] 3 of 10\r");
        out.print("\"BCR\"\n");
        err.print("[###] 4 of 10\r");

        assertThat(seen()).containsExactly("\"A00\",41027,\"BCR\"", "[###] 4 of 10");
    }

    @Test
    void a_stream_that_takes_nothing_more_is_found_out_through_it() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        PrintStream closed = terminal.out(new PrintStream(full, false, StandardCharsets.UTF_8));

        closed.println("Done");

        assertThat(closed.checkError()).isTrue();
    }

    /** Lines as a terminal shows them: what comes after a carriage return is written over what was there. */
    private List<String> seen() {
        screen.flush();
        List<String> lines = new ArrayList<>();
        for (String line : bytes.toString(StandardCharsets.UTF_8).split("\n")) {
            StringBuilder shown = new StringBuilder();
            for (String piece : line.split("\r")) {
                shown.replace(0, Math.min(piece.length(), shown.length()), piece);
            }
            lines.add(shown.toString().stripTrailing());
        }
        return lines;
    }
}
