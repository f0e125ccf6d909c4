package bcl.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Compares what a run of PIT left alive with {@code docs/mutation-survivors.csv}: {@code PACKAGE REPORT REASONS SOURCES}. A mutant
 * is named by class, method, kind and the text of its line, so that lines may move; {@code *} for method, kind and line stands for
 * all of a class. Ends with 1 for a survivor without a reason, and for a reason without a survivor.
 */
final class Survivors {
    private static final Set<String> DEAD = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "NON_VIABLE");

    private final Path sources;
    private final Map<String, List<String>> texts = new TreeMap<>();

    private Survivors(Path sources) {
        this.sources = sources;
    }

    public static void main(String[] args) throws IOException, XMLStreamException {
        String name = "bcl." + args[0];
        Set<String> alive = new Survivors(Path.of(args[3])).alive(Path.of(args[1]));
        List<String> faults = compare(name, alive, Path.of(args[2]));
        faults.forEach(System.out::println);
        System.out.printf("%s: %d survivors, %d differences%n", name, alive.size(), faults.size());
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    static List<String> compare(String name, Set<String> alive, Path reasons) throws IOException {
        Set<String> left = new TreeSet<>(alive);
        List<String> faults = new ArrayList<>();
        for (CSVRecord row : rows(reasons)) {
            if (!row.get("class").startsWith(name)) {
                continue;
            }
            String all = row.get("class") + ",";
            String one = all + String.join(",", row.get("method"), row.get("mutator"), row.get("line"));
            boolean found =
                    row.get("method").equals("*") ? left.removeIf(key -> key.startsWith(all)) : left.remove(one);
            if (!found) {
                faults.add("no longer alive, its reason can go: " + one);
            }
        }
        left.forEach(key -> faults.add("no reason is written for: " + key));
        return faults;
    }

    private static List<CSVRecord> rows(Path reasons) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(reasons, java.nio.charset.StandardCharsets.UTF_8, format)) {
            List<CSVRecord> rows = parser.getRecords();
            rows.stream()
                    .filter(row -> row.get("reason").length() < 20)
                    .findAny()
                    .ifPresent(row -> {
                        throw new IllegalArgumentException("no reason: " + row);
                    });
            return rows;
        }
    }

    /** {@code class,method,mutator,text of the line} of each mutant that no test noticed. */
    Set<String> alive(Path report) throws IOException, XMLStreamException {
        Set<String> alive = new TreeSet<>();
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
            Map<String, String> mutant = new TreeMap<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("mutation")) {
                    mutant.clear();
                    mutant.put("status", xml.getAttributeValue(null, "status"));
                } else if (event == XMLStreamConstants.START_ELEMENT && isPart(xml.getLocalName())) {
                    mutant.put(xml.getLocalName(), xml.getElementText());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("mutation")) {
                    if (!DEAD.contains(mutant.get("status"))) {
                        alive.add(key(mutant));
                    }
                }
            }
        }
        return alive;
    }

    private static boolean isPart(String element) {
        return Set.of("mutatedClass", "mutatedMethod", "lineNumber", "mutator").contains(element);
    }

    private String key(Map<String, String> mutant) throws IOException {
        String type = mutant.getOrDefault("mutatedClass", "");
        String mutator = mutant.getOrDefault("mutator", "");
        String kind = mutator.substring(mutator.lastIndexOf('.') + 1).replace("Mutator", "");
        // A lambda's number changes with its neighbours.
        String method = mutant.getOrDefault("mutatedMethod", "").replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1");
        return String.join(
                ",", type, method, kind, text(type, Integer.parseInt(mutant.getOrDefault("lineNumber", "0"))));
    }

    private String text(String type, int line) throws IOException {
        String file = type.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        List<String> lines = texts.get(file);
        if (lines == null) {
            lines = Files.readAllLines(sources.resolve(file));
            texts.put(file, lines);
        }
        return line < 1 || line > lines.size() ? "" : lines.get(line - 1).trim();
    }
}
