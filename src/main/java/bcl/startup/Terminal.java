package bcl.startup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A terminal that shows a progress bar beside results, messages and log lines: whatever else is printed takes the bar's place, and
 * leaves nothing of it. The bar may come from another process; it is known by its form, a piece that ends with a carriage return.
 */
public final class Terminal {
    private final PrintStream screen;
    private int bar;
    private boolean withinLine;

    /** @param screen standard error, which is a terminal */
    public Terminal(PrintStream screen) {
        this.screen = screen;
    }

    /** For messages and the bar. */
    public PrintStream err() {
        return new PrintStream(new Through(screen, true), true, StandardCharsets.UTF_8);
    }

    /** For results, which may go to the same terminal. */
    public PrintStream out(PrintStream results) {
        return new PrintStream(new Through(results, false), true, StandardCharsets.UTF_8);
    }

    private synchronized void write(PrintStream to, byte[] bytes, int offset, int length) {
        if (bar > 0) {
            screen.print(" ".repeat(bar) + "\r");
            screen.flush();
            bar = 0;
        }
        to.write(bytes, offset, length);
        withinLine = bytes[offset + length - 1] != '\n';
    }

    /** A line that is not complete yet is not drawn over. */
    private synchronized void draw(byte[] bytes, int offset, int length) {
        if (!withinLine) {
            write(screen, bytes, offset, length);
            screen.flush();
            withinLine = false;
            bar = length - 1;
        }
    }

    private static boolean isBar(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                return false;
            }
        }
        return bytes[offset + length - 1] == '\r';
    }

    /** One of the two streams. */
    private final class Through extends OutputStream {
        private final PrintStream to;
        private final boolean mayBeBar;

        Through(PrintStream to, boolean mayBeBar) {
            this.to = to;
            this.mayBeBar = mayBeBar;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return;
            }
            if (mayBeBar && isBar(bytes, offset, length)) {
                draw(bytes, offset, length);
            } else {
                Terminal.this.write(to, bytes, offset, length);
            }
            requireWorks();
        }

        @Override
        public void flush() throws IOException {
            to.flush();
            requireWorks();
        }

        /** A print stream keeps its errors to itself; the one around this must know of them. */
        private void requireWorks() throws IOException {
            if (to.checkError()) {
                throw new IOException("the stream takes nothing more");
            }
        }
    }
}
