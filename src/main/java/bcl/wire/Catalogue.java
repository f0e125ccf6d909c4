package bcl.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables in {@code schemas/}: a header, then one row a line, of which only the last cell may be quoted. */
final class Catalogue {
    static final Map<String, Map<String, String>> REASONS = read("reason-codes.csv");

    private Catalogue() {}

    /** The rows by their first cell, in the order of the file. */
    static Map<String, Map<String, String>> read(String name) {
        List<String> lines = lines(name);
        String[] head = lines.get(0).split(",", -1);
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", head.length);
            if (cells.length != head.length) {
                throw new IllegalStateException("schemas/" + name + ": " + cells.length + " cells in: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < head.length; i++) {
                row.put(head[i], unquoted(cells[i]));
            }
            rows.put(cells[0], row);
        }
        return rows;
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") && cell.endsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
    }

    private static List<String> lines(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/schemas/" + name)) {
            if (in == null) {
                throw new IllegalStateException("schemas/" + name + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("schemas/" + name, e);
        }
    }
}
