package bcl.reconciliation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a file that somebody gave, crossed out one by one as the lines of an answer are written to this. */
final class GivenLines extends OutputStream {
    /** No answer is larger. */
    private static final long LARGEST = 1L << 28;

    private static final int TOLD = 20;

    private final List<String> given;
    private final Map<String, Integer> left = new HashMap<>();
    private final StringBuilder line = new StringBuilder();
    private long missing;

    private GivenLines(List<String> given) {
        this.given = given;
        given.forEach(each -> left.merge(each, 1, Integer::sum));
    }

    static GivenLines of(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than any answer");
        }
        return new GivenLines(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void write(int b) {
        if (b == '\n') {
            end();
        } else if (b != '\r') {
            line.append((char) (b & 0xFF));
        }
    }

    private void end() {
        String text = line.toString();
        line.setLength(0);
        Integer times = left.get(text);
        if (times == null) {
            missing++;
        } else if (times == 1) {
            left.remove(text);
        } else {
            left.put(text, times - 1);
        }
    }

    /** To be asked after the last line was written. */
    Verified.Lines compared() {
        List<Long> strange = new ArrayList<>();
        for (int i = 0; i < given.size() && strange.size() < TOLD; i++) {
            if (left.containsKey(given.get(i))) {
                strange.add(i + 1L);
            }
        }
        return new Verified.Lines(false, given.size(), strange, missing);
    }
}
