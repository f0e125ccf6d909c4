package bcl.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The tables of the published interface. */
final class InterfaceDocument {
    private InterfaceDocument() {}

    /** The rows of the first table below a heading, header and rule left out, cells trimmed and without back quotes. */
    static List<List<String>> table(String heading) {
        try {
            List<String> lines = Files.readAllLines(Path.of("docs", "interface.md"));
            return lines.subList(lines.indexOf(heading), lines.size()).stream()
                    .dropWhile(line -> !line.startsWith("|"))
                    .takeWhile(line -> line.startsWith("|"))
                    .skip(2)
                    .map(InterfaceDocument::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String row) {
        String inner = row.substring(1, row.length() - 1);
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
